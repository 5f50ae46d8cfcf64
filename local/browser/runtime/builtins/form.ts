import { emit, type HostElement, isComponent } from '../engine/nodes.ts';
import { BuiltIn, Control } from './base.ts';
import { WxCheckboxGroup, WxRadioGroup } from './choices.ts';

type FormField = { name: string; value: unknown };

export class WxForm extends BuiltIn {
  submit(from: HTMLElement): void {
    const target = { id: from.id, dataset: { ...(from as HostElement).__wxElement?.dataset } };
    const value = Object.fromEntries(this.#fields().map((field) => [field.name, field.value]));
    this.emit('submit', { value, target, formId: '' });
  }

  reset(): void {
    for (const control of this.querySelectorAll<HTMLElement>('*')) {
      if (control instanceof Control) control.reset();
    }
    this.emit('reset', {});
  }

  #fields(): FormField[] {
    const found: FormField[] = [];
    const visit = (element: Element): void => {
      const field = fieldOf(element);
      if (field !== undefined && field.name !== '') found.push(field);
      if (field !== undefined && field.name !== '') return;
      for (const child of element.children) visit(child);
    };
    visit(this);
    return found;
  }
}

function fieldOf(element: Element): FormField | undefined {
  if (element instanceof Control) return { name: element.fieldName, value: element.fieldValue() };
  if (element instanceof WxCheckboxGroup || element instanceof WxRadioGroup) {
    return { name: element.text('name'), value: element.values() };
  }
  const node = (element as HostElement).__wxElement;
  if (!isComponent(node)) return undefined;
  const { name, value } = node.data as { name?: unknown; value?: unknown };
  return typeof name === 'string' && name !== '' && value !== undefined ? { name, value } : undefined;
}

export class WxButton extends Control {
  #spinner = document.createElement('i');

  protected override build(): void {
    this.becomeRole('button');
    this.#spinner.className = 'ow-spinner';
  }

  protected override update(): void {
    this.showDisabled();
    if (this.flag('loading')) this.prepend(this.#spinner);
    else this.#spinner.remove();
  }

  fieldValue(): undefined {
    return undefined;
  }

  override get fieldName(): string {
    return '';
  }

  reset(): void {}

  activate(): void {
    const form = this.closest('wx-form');
    const type = this.text('form-type') || this.text('formType') || this.#typeOfHost();
    if (!(form instanceof WxForm)) return;
    if (type === 'submit') form.submit(this);
    if (type === 'reset') form.reset();
  }

  /** A component that stands for a button (wx://form-field-button) carries the type on itself. */
  #typeOfHost(): string {
    const host = (this as HostElement).__wxElement?.ownerShadowRoot?.getHostNode();
    const type = (host?.data as { type?: unknown } | undefined)?.type;
    return type === 'submit' || type === 'reset' ? type : '';
  }
}

/** A tap on a label goes on to its control. */
export class WxLabel extends BuiltIn {
  protected override build(): void {
    this.addEventListener('click', (event) => {
      const inside = event.target instanceof Element ? event.target.closest('wx-label *') : null;
      if (inside instanceof Control) return;
      const target = this.#target();
      if (target !== undefined && !isWithin(event.target, target) && !target.disabled) {
        target.activate();
        emit(target, 'tap', {}, false);
      }
    });
  }

  #target(): Control | undefined {
    const id = this.text('for');
    const candidates =
      id === '' ? this.querySelectorAll('*') : document.querySelectorAll(`[id="${CSS.escape(id)}"]`);
    return [...candidates].find((element): element is Control => element instanceof Control);
  }
}

function isWithin(at: EventTarget | null, element: Element): boolean {
  return at instanceof Element && element.contains(at);
}
