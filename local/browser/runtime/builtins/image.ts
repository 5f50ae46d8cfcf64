import { resolveUrl } from '../files/store.ts';
import { BuiltIn } from './base.ts';

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: 'fill' };

export class WxImage extends BuiltIn {
  #picture = document.createElement('img');

  protected override build(): void {
    const picture = this.#picture;
    picture.draggable = false;
    this.append(picture);
    picture.addEventListener('load', () =>
      this.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    );
    picture.addEventListener('error', () => this.emit('error', { errMsg: `GET ${this.text('src')} failed` }));
  }

  protected override update(changed: ReadonlySet<string>): void {
    const mode = this.text('mode', 'scaleToFill');
    this.dataset.mode = mode;
    this.#picture.style.objectFit = FITS[mode] ?? '';
    this.#picture.alt = this.text('aria-label', this.text('alt'));
    if (changed.has('src')) void this.#load();
  }

  async #load(): Promise<void> {
    const source = this.text('src');
    if (source === '') this.#picture.removeAttribute('src');
    const url = await resolveUrl(source);
    if (source !== '' && source === this.text('src')) this.#picture.src = url;
  }
}

export class WxVideo extends BuiltIn {
  #video = document.createElement('video');

  protected override build(): void {
    this.append(this.#video);
    for (const name of ['play', 'pause', 'ended', 'timeupdate', 'error']) {
      this.#video.addEventListener(name, () => {
        const { currentTime, duration } = this.#video;
        this.emit(name, { currentTime, duration });
      });
    }
  }

  protected override update(changed: ReadonlySet<string>): void {
    this.#video.controls = this.flag('controls', true);
    this.#video.loop = this.flag('loop');
    this.#video.muted = this.flag('muted');
    this.#video.playsInline = true;
    if (changed.has('poster'))
      void resolveUrl(this.text('poster')).then((url) => this.#video.setAttribute('poster', url));
    if (changed.has('src')) {
      void resolveUrl(this.text('src')).then((url) => {
        if (url !== '') this.#video.src = url;
      });
    }
  }
}

const ICONS: Record<string, [string, string]> = {
  success: ['✓', '#07c160'],
  success_no_circle: ['✓', '#07c160'],
  info: ['i', '#10aeff'],
  warn: ['!', '#f76260'],
  waiting: ['…', '#10aeff'],
  cancel: ['×', '#f43530'],
  download: ['↓', '#07c160'],
  search: ['⌕', '#b2b2b2'],
  clear: ['×', '#b2b2b2'],
};

export class WxIcon extends BuiltIn {
  protected override update(): void {
    const [sign, colour] = ICONS[this.text('type')] ?? ['', 'inherit'];
    const size = `${this.number('size', 23)}px`;
    this.textContent = sign;
    Object.assign(this.style, {
      width: size,
      height: size,
      lineHeight: size,
      fontSize: `calc(${size} * .7)`,
    });
    this.style.background = this.text('color', colour);
  }
}
