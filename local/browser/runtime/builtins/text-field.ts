import { phoneUnits } from '../engine/backend.ts';
import type { HostElement } from '../engine/nodes.ts';
import { htmlOf } from '../engine/nodes.ts';
import { Control } from './base.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What input and textarea share: a real field inside, with WeChat's events around it. */
export abstract class TextField extends Control {
  protected abstract field: Field;
  #placeholder: HTMLElement | undefined;

  protected override build(): void {
    const { field } = this;
    field.className = 'ow-field';
    this.append(field);
    field.addEventListener('input', () => this.heard());
    field.addEventListener('focus', () => this.emit('focus', { value: field.value, height: 0 }));
    field.addEventListener('blur', () =>
      this.emit('blur', { value: field.value, cursor: field.selectionStart ?? 0 }),
    );
    this.addEventListener('click', (event) => {
      if (event.target === this) field.focus();
    });
  }

  protected override update(changed: ReadonlySet<string>): void {
    const { field } = this;
    const limit = this.number('maxlength', 140);
    if (limit >= 0) field.maxLength = limit;
    else field.removeAttribute('maxlength');
    field.disabled = this.disabled;
    field.placeholder = this.text('placeholder');
    if (changed.has('value') && field.value !== this.text('value')) field.value = this.text('value');
    this.#nameField();
    this.#stylePlaceholder();
    if (
      (changed.has('focus') && this.flag('focus')) ||
      (changed.has('auto-focus') && this.flag('auto-focus'))
    ) {
      window.requestAnimationFrame(() => field.focus());
    }
  }

  protected heard(): void {
    const { value, selectionStart } = this.field;
    this.#showPlaceholder();
    this.offer('value', value);
    this.emit('input', { value, cursor: selectionStart ?? value.length, keyCode: 0 });
  }

  fieldValue(): string {
    return this.field.value;
  }

  reset(): void {
    this.field.value = '';
    this.#showPlaceholder();
    this.offer('value', '');
  }

  activate(): void {
    this.field.focus();
  }

  /** Name and placeholder belong to the field itself, not to the box around it. */
  #nameField(): void {
    for (const name of ['role', 'aria-label', 'placeholder']) this.removeAttribute(name);
    const label = this.text('aria-label');
    if (label !== '') this.field.setAttribute('aria-label', label);
  }

  #stylePlaceholder(): void {
    const classes = this.text('placeholder-class').trim();
    const style = this.text('placeholder-style');
    if (classes === '' && style === '') return;
    this.#placeholder ??= this.#makePlaceholder(classes);
    if (this.#placeholder === undefined) return;
    this.#placeholder.textContent = this.text('placeholder');
    this.#placeholder.setAttribute('style', phoneUnits(style));
    this.#showPlaceholder();
  }

  /** Made by the framework, so that its class names get the scope of the template they stand in. */
  #makePlaceholder(classes: string): HTMLElement | undefined {
    const node = (this as HostElement).__wxElement?.ownerShadowRoot?.createNativeNode('placeholder');
    if (node === undefined) return undefined;
    node.setNodeClass(classes);
    const element = htmlOf(node);
    element?.setAttribute('aria-hidden', 'true');
    this.field.classList.add('ow-own-placeholder');
    if (element !== undefined) this.append(element);
    return element;
  }

  #showPlaceholder(): void {
    if (this.#placeholder !== undefined) this.#placeholder.hidden = this.field.value !== '';
  }
}
