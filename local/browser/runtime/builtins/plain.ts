import { phoneUnits } from '../engine/backend.ts';
import { navigateBack, navigateTo, routeFromHere } from '../pages/navigate.ts';
import { showRootFont } from '../pages/root-font.ts';
import { replacePage, restart, switchTab } from '../pages/stack.ts';
import { isJson, type Json, textOf } from '../world.ts';
import { BuiltIn } from './base.ts';

export class WxNavigator extends BuiltIn {
  protected override build(): void {
    this.setAttribute('role', 'link');
    this.tabIndex = 0;
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.click();
    });
    this.addEventListener('click', () => this.#go());
  }

  #go(): void {
    const refused = this.#open(this.text('open-type', 'navigate'), this.text('url'));
    if (typeof refused === 'string') this.emit('fail', { errMsg: `navigateTo:fail ${refused}` });
    else this.emit('success', { errMsg: 'navigateTo:ok' });
  }

  #open(type: string, url: string): unknown {
    if (type === 'navigateBack') return navigateBack(this.number('delta', 1));
    if (url === '') return 'no url';
    if (type === 'redirect') return replacePage(routeFromHere(url));
    if (type === 'switchTab') return switchTab(routeFromHere(url));
    if (type === 'reLaunch') return restart(routeFromHere(url));
    return navigateTo(url);
  }
}

export class WxProgress extends BuiltIn {
  #bar = document.createElement('i');
  #info = document.createElement('span');

  protected override build(): void {
    const track = document.createElement('div');
    track.append(this.#bar);
    this.append(track, this.#info);
    this.setAttribute('role', 'progressbar');
  }

  protected override update(): void {
    const percent = this.number('percent', 0);
    this.setAttribute('aria-valuenow', String(percent));
    this.#bar.style.width = `${percent}%`;
    this.#bar.style.background = this.text(
      'activeColor',
      this.text('active-color', this.text('color', '#09bb07')),
    );
    this.#bar.style.height = `${this.number('stroke-width', 6)}px`;
    this.#info.textContent = this.flag('show-info') ? `${percent}%` : '';
  }
}

const ALLOWED = new Set(
  'a b br blockquote code del div em h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre span strong sub sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);

export class WxRichText extends BuiltIn {
  protected override update(): void {
    const nodes = this.prop('nodes');
    this.replaceChildren(...(typeof nodes === 'string' ? parseNodes(nodes) : listNodes(nodes)));
  }
}

/** Parses without running anything, then keeps only tags and attributes that rich-text knows. */
function parseNodes(source: string): Node[] {
  const parsed = new DOMParser().parseFromString(source, 'text/html');
  return [...parsed.body.childNodes].flatMap(cleanNode);
}

function cleanNode(node: Node): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof Element)) return [];
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  return build(node.tagName.toLowerCase(), attributes, [...node.childNodes].flatMap(cleanNode));
}

function listNodes(nodes: unknown): Node[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(isJson).flatMap((node) => {
    if (node.type === 'text') return [document.createTextNode(textOf(node.text))];
    return build(textOf(node.name), isJson(node.attrs) ? node.attrs : {}, listNodes(node.children));
  });
}

function build(tag: string, attributes: Json, children: Node[]): Node[] {
  if (!ALLOWED.has(tag)) return [];
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    const safe = ['style', 'class', 'width', 'height', 'alt', 'colspan', 'rowspan'].includes(name);
    if (safe) element.setAttribute(name, phoneUnits(textOf(value)));
    if (name === 'src' && tag === 'img' && /^(https?:|data:image|\/)/.test(textOf(value)))
      element.setAttribute(name, textOf(value));
  }
  element.append(...children);
  return [element];
}

export class WxPageMeta extends BuiltIn {
  protected override update(): void {
    const page = this.closest<HTMLElement>('wx-page');
    if (page === null) return;
    page.setAttribute('style', this.text('page-style'));
    const ground = this.text('background-color');
    if (ground !== '') page.style.setProperty('background-color', ground);
    const size = this.text('root-font-size', 'system');
    page.dataset.rootFont = size === 'system' ? '' : phoneUnits(size);
    if (this.closest('.ow-frame[hidden]') === null) showRootFont(page);
  }
}
