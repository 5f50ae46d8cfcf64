import parser from 'postcss-selector-parser';

/** `prefix` isolates class names; `page` keeps a page's sheet to that page without adding weight. */
export type Scope = { prefix?: string; page?: string };

const HTML_TAGS = new Set(['html', 'body', 'from', 'to']);

export function scopeSelector(selector: string, scope: Scope): string {
  return parser((root) => {
    root.each((part) => scopePart(part as parser.Selector, scope));
  }).processSync(selector);
}

function scopePart(part: parser.Selector, { prefix, page }: Scope): void {
  let namesPage = false;
  part.walk((node) => {
    if (node.type === 'class' && prefix !== undefined) node.value = `${prefix}--${node.value}`;
    if (node.type === 'pseudo' && node.value === ':host') replaceHost(node, prefix, page);
    if (node.type !== 'tag') return;
    if (node.value === 'page') {
      namesPage = true;
      if (page !== undefined) node.parent?.insertAfter(node, within(page));
    }
    if (!HTML_TAGS.has(node.value)) node.value = `wx-${node.value}`;
  });
  if (page === undefined || namesPage || part.toString().includes(`[data-page="${page}"]`)) return;
  const [first] = part.nodes;
  if (first === undefined) return;
  first.spaces.before = '';
  part.insertBefore(first, parser.combinator({ value: ' ' }));
  part.prepend(within(page));
}

function replaceHost(node: parser.Pseudo, prefix: string | undefined, page: string | undefined): void {
  if (page !== undefined) node.replaceWith(within(page));
  else if (prefix !== undefined) {
    node.replaceWith(named('wx-host', prefix));
  }
}

function named(attribute: string, value: string): parser.Attribute {
  const raw = `"${value}"`;
  return parser.attribute({ attribute, operator: '=', value, quoteMark: '"', raws: { value: raw } });
}

function within(page: string): parser.Pseudo {
  const selector = parser.selector({ value: '' });
  selector.append(named('data-page', page));
  return parser.pseudo({ value: ':where', nodes: [selector] });
}
