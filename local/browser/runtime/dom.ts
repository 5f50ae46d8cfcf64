type Attributes = Record<string, string>;

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
  attributes: Attributes = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export function makeButton(className: string, label: string, act: () => void): HTMLButtonElement {
  const button = make('button', className, label, { type: 'button' });
  button.addEventListener('click', act);
  return button;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

export function darkMedia(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}
