import { BuiltIn, Control } from './base.ts';

/** checkbox, radio and switch: on or off. */
abstract class Choice extends Control {
  checked = false;
  #first: boolean | undefined;

  protected override update(changed: ReadonlySet<string>): void {
    this.#first ??= this.flag('checked');
    if (changed.has('checked')) this.checked = this.flag('checked');
    this.show();
  }

  protected show(): void {
    this.showDisabled();
    this.setAttribute('aria-checked', String(this.checked));
    const colour = this.text('color');
    if (colour !== '') this.style.setProperty('--on', colour);
  }

  set(checked: boolean): void {
    this.checked = checked;
    this.offer('checked', checked);
    this.show();
  }

  get value(): string {
    return this.text('value');
  }

  fieldValue(): unknown {
    return this.checked;
  }

  reset(): void {
    this.set(this.#first ?? false);
  }
}

export class WxSwitch extends Choice {
  protected override build(): void {
    this.becomeRole('switch');
    this.append(document.createElement('i'));
  }

  activate(): void {
    this.set(!this.checked);
    this.emit('change', { value: this.checked });
  }
}

export class WxCheckbox extends Choice {
  protected override build(): void {
    this.becomeRole('checkbox');
    const box = document.createElement('i');
    this.prepend(box);
  }

  override get fieldName(): string {
    return this.closest('wx-checkbox-group') === null ? super.fieldName : '';
  }

  activate(): void {
    this.set(!this.checked);
    const group = this.closest('wx-checkbox-group');
    if (group instanceof WxCheckboxGroup) group.changed();
  }
}

export class WxRadio extends Choice {
  protected override build(): void {
    this.becomeRole('radio');
    this.prepend(document.createElement('i'));
  }

  override get fieldName(): string {
    return '';
  }

  activate(): void {
    if (this.checked) return;
    const group = this.closest('wx-radio-group');
    for (const other of group?.querySelectorAll('wx-radio') ?? []) {
      if (other instanceof WxRadio && other !== this) other.set(false);
    }
    this.set(true);
    if (group instanceof WxRadioGroup) group.changed(this.value);
  }
}

export class WxCheckboxGroup extends BuiltIn {
  protected override build(): void {
    this.setAttribute('role', 'group');
  }

  changed(): void {
    this.emit('change', { value: this.values() });
  }

  values(): string[] {
    const boxes = [...this.querySelectorAll('wx-checkbox')];
    return boxes.flatMap((box) => (box instanceof WxCheckbox && box.checked ? [box.value] : []));
  }
}

export class WxRadioGroup extends BuiltIn {
  protected override build(): void {
    this.setAttribute('role', 'radiogroup');
  }

  changed(value: string): void {
    this.emit('change', { value });
  }

  values(): string {
    const radios = [...this.querySelectorAll('wx-radio')];
    return (
      radios.flatMap((radio) => (radio instanceof WxRadio && radio.checked ? [radio.value] : []))[0] ?? ''
    );
  }
}

export class WxSlider extends Control {
  #range = document.createElement('input');
  #shown = document.createElement('span');

  protected override build(): void {
    this.#range.type = 'range';
    this.append(this.#range, this.#shown);
    this.#range.addEventListener('input', () => {
      this.#show();
      this.emit('changing', { value: this.fieldValue() });
    });
    this.#range.addEventListener('change', () => {
      this.offer('value', this.fieldValue());
      this.emit('change', { value: this.fieldValue() });
    });
  }

  protected override update(changed: ReadonlySet<string>): void {
    this.#range.min = String(this.number('min', 0));
    this.#range.max = String(this.number('max', 100));
    this.#range.step = String(this.number('step', 1));
    this.#range.disabled = this.disabled;
    this.#range.setAttribute('aria-label', this.text('aria-label'));
    if (changed.has('value') || changed.size === 0) this.#range.value = String(this.number('value', 0));
    this.#show();
  }

  #show(): void {
    this.#shown.hidden = !this.flag('show-value');
    this.#shown.textContent = this.#range.value;
    const colour = this.text('activeColor', this.text('active-color'));
    if (colour !== '') this.#range.style.setProperty('--on', colour);
    const [low, high] = [Number(this.#range.min), Number(this.#range.max)];
    this.#range.style.setProperty('--filled', `${((this.fieldValue() - low) / (high - low || 1)) * 100}%`);
  }

  fieldValue(): number {
    return Number(this.#range.value);
  }

  reset(): void {
    this.#range.value = String(this.number('min', 0));
    this.#show();
  }

  activate(): void {
    this.#range.focus();
  }
}
