import type { ModelElement } from '../engine/backend.ts';
import { emit, type HostElement } from '../engine/nodes.ts';

/** A WeChat built-in as an element of its own. Properties may be any value; `update` hears which changed. */
export abstract class BuiltIn extends HTMLElement {
  #changed = new Set<string>();
  #built = false;
  #scheduled = false;
  #updating = false;

  connectedCallback(): void {
    if (!this.#built) {
      this.#built = true;
      this.build();
    }
    this.#flush();
  }

  /** Called by the backend whenever a template sets or removes a property; what `update` sets itself is no news. */
  propertyChanged(name: string): void {
    if (this.#updating) return;
    this.#changed.add(name);
    if (!this.#built || this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => this.#flush());
  }

  protected build(): void {}

  protected update(_changed: ReadonlySet<string>): void {}

  prop(name: string): unknown {
    const node = (this as HostElement).__wxElement;
    return node === undefined ? this.getAttribute(name) : node.getAttribute(name);
  }

  text(name: string, fallback = ''): string {
    const value = this.prop(name);
    return value === undefined || value === null || value === '' ? fallback : String(value);
  }

  flag(name: string, fallback = false): boolean {
    const value = this.prop(name);
    if (value === undefined || value === null) return fallback;
    return Boolean(value) && value !== 'false';
  }

  number(name: string, fallback: number): number {
    const value = this.prop(name);
    const number = Number.parseFloat(String(value));
    return Number.isNaN(number) ? fallback : number;
  }

  protected emit(type: string, detail: unknown = {}): void {
    emit(this, type, detail);
  }

  /** Hands a value to model:name, if the template wrote one. */
  protected offer(name: string, value: unknown): void {
    (this as ModelElement).modelListeners?.[name]?.(value);
  }

  #flush(): void {
    this.#scheduled = false;
    const changed = this.#changed;
    this.#changed = new Set();
    this.#updating = true;
    this.update(changed);
    this.#updating = false;
  }
}

/** A control: it has a name in a form, can be switched off and works with the keyboard. */
export abstract class Control extends BuiltIn {
  abstract fieldValue(): unknown;
  abstract reset(): void;
  abstract activate(): void;

  get fieldName(): string {
    return this.text('name');
  }

  get disabled(): boolean {
    return this.flag('disabled');
  }

  protected becomeRole(role: string): void {
    this.setAttribute('role', role);
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.click();
    });
    this.addEventListener('click', () => {
      if (!this.disabled) this.activate();
    });
  }

  protected showDisabled(): void {
    this.tabIndex = this.disabled ? -1 : 0;
    this.setAttribute('aria-disabled', String(this.disabled));
  }
}
