import { TextField } from './text-field.ts';

const MODES: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };

export class WxInput extends TextField {
  protected field = document.createElement('input');

  protected override build(): void {
    super.build();
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      this.emit('confirm', { value: this.field.value });
      if (!this.flag('confirm-hold')) this.field.blur();
    });
    this.field.addEventListener('change', () => this.emit('change', { value: this.field.value }));
  }

  protected override update(changed: ReadonlySet<string>): void {
    super.update(changed);
    this.field.type = this.flag('password') ? 'password' : 'text';
    this.field.inputMode = MODES[this.text('type')] ?? 'text';
    this.field.enterKeyHint = (this.text('confirm-type', 'done') || 'done') as 'done';
  }
}

export class WxTextarea extends TextField {
  protected field = document.createElement('textarea');
  #height = 0;

  protected override build(): void {
    super.build();
    this.field.rows = 1;
    new ResizeObserver(() => this.#fit()).observe(this);
  }

  protected override update(changed: ReadonlySet<string>): void {
    super.update(changed);
    this.classList.toggle('ow-auto-height', this.flag('auto-height'));
    this.#fit();
  }

  protected override heard(): void {
    this.#fit();
    super.heard();
  }

  #fit(): void {
    const { field } = this;
    if (!this.flag('auto-height')) {
      field.style.height = '';
      return;
    }
    field.style.height = 'auto';
    const height = field.scrollHeight;
    field.style.height = `${height}px`;
    if (height === this.#height) return;
    this.#height = height;
    const line = Number.parseFloat(window.getComputedStyle(field).lineHeight) || 20;
    this.emit('linechange', { height, heightRpx: height * 2, lineCount: Math.round(height / line) });
  }
}
