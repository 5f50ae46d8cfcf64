import type { BrowserContext, ElementHandle, JSHandle, Locator, Page, Request } from 'playwright-core';
import { listenTo } from './complaints.ts';
import { findWords, readAll, readsWords } from './finding.ts';

export type Mode = 'touch' | 'mouse';

/** How long a condition may take to come true, in ms. */
const patience = 15_000;

export interface Owner {
  readonly url: string;
  readonly person: string;
  readonly mode: Mode;
}

/** One person's phone, used by what can be read on it. */
export class Phone {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #owner: Owner;
  readonly #complaints: string[] = [];
  readonly #asked = new Set<Request>();
  #offline = false;

  constructor(context: BrowserContext, page: Page, owner: Owner) {
    this.page = page;
    this.#context = context;
    this.#owner = owner;
    page.on('request', (request) => isAsked(request) && this.#asked.add(request));
    page.on('requestfinished', (request) => this.#asked.delete(request));
    page.on('requestfailed', (request) => this.#asked.delete(request));
    page.setDefaultTimeout(patience);
    listenTo(page, (words) => {
      if (!this.#offline) this.#complaints.push(`${owner.person}: ${words}`);
    });
  }

  /** Opens a page anew, as after a scan; what the phone keeps stays. */
  async go(path: string): Promise<void> {
    const { url, person } = this.#owner;
    await this.#gatherMissing();
    await this.page.goto('about:blank');
    await this.#withPages(async () => {
      await this.page.goto(`${url}/m?person=${person}#${path}`);
      await this.page.waitForSelector('.ow-frame:not([hidden])');
    });
  }

  /** Without a network the pages still lie on the phone; only the office is out of reach. */
  async #withPages(load: () => Promise<void>): Promise<void> {
    if (!this.#offline) return load();
    await this.#context.route('**/api', (route) => route.abort('internetdisconnected'));
    await this.#context.setOffline(false);
    await load();
    await this.#context.setOffline(true);
    await this.#context.unroute('**/api');
  }

  /** Until the office has answered, the page shows what it has, and what moved has come to rest. */
  async ready(): Promise<void> {
    for (const request of this.#asked) await (await request.response())?.finished();
    await this.page.waitForFunction(() => {
      const resting = document.getAnimations().every(({ playState }) => playState !== 'running');
      return resting && !document.querySelector('.ow-frame:not([hidden]) .bone');
    });
  }

  /** Makes the window as high as the page is long. */
  async stretch(): Promise<void> {
    const height = await this.page.evaluate(() => {
      const scroll = document.querySelector('.ow-frame:not([hidden]) > .ow-scroll');
      return window.innerHeight + (scroll ? scroll.scrollHeight - scroll.clientHeight : 0);
    });
    await this.page.setViewportSize({ width: this.page.viewportSize()?.width ?? 375, height });
  }

  async see(...words: string[]): Promise<void> {
    for (const each of words) await this.#until(readsWords, { words: each }, `看不到「${each}」`);
  }

  /** Reads a sentence in the same field as the input of this name. */
  async seeAt(label: string, words: string): Promise<void> {
    const field = this.parts('.field').filter({ has: this.page.getByLabel(label, { exact: true }) });
    await field.getByText(words).waitFor({ state: 'visible' });
  }

  async gone(words: string): Promise<void> {
    await this.#until(readsWords, { words, gone: true }, `一直还看得到「${words}」`);
  }

  async tap(words: string): Promise<void> {
    await this.press(await this.find(words));
  }

  /** Two taps as fast as they can be made, at the same spot. */
  async tapTwice(words: string): Promise<void> {
    const box = await (await this.find(words)).boundingBox();
    if (!box) throw new Error(`「${words}」没有画出来`);
    const spot = [box.x + box.width / 2, box.y + box.height / 2] as const;
    const { touchscreen, mouse } = this.page;
    const once = () => (this.#owner.mode === 'touch' ? touchscreen.tap(...spot) : mouse.click(...spot));
    await Promise.all([once(), once()]);
  }

  /** What slides in is let come to rest: a finger on its way would meet what moved beneath it. */
  async press(element: ElementHandle<Element>): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const slides = ({ playState, effect }: Animation) =>
        playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
      await frame();
      do await frame();
      while (document.getAnimations().some(slides));
    });
    await (this.#owner.mode === 'touch' ? element.tap() : element.click());
  }

  async find(words: string, field = false): Promise<ElementHandle<Element>> {
    const found = await this.#until(findWords, { words, field }, `没有可点的「${words}」`);
    return found.asElement() as ElementHandle<Element>;
  }

  /** Writes into the field of this name, in place of what stands there. */
  async type(label: string, words: string): Promise<void> {
    const field = await this.find(label, true);
    await this.press(field);
    await this.page.waitForFunction((element) => document.activeElement === element, field);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(words);
  }

  /** Chooses a picture where these words ask for one. */
  async photograph(words: string, picture: Buffer): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.tap(words);
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture });
  }

  /** Chooses a file where these words ask for one. */
  async bring(words: string, name: string, content: Buffer): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.tap(words);
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: content });
  }

  /** Parts of the page that is looked at. */
  parts(selector: string): Locator {
    return this.page.locator(`.ow-frame:not([hidden]) ${selector}`);
  }

  async offline(): Promise<void> {
    this.#offline = true;
    await this.#context.setOffline(true);
  }

  async online(): Promise<void> {
    await this.#context.setOffline(false);
    this.#offline = false;
  }

  /** Somebody looks at it again. */
  async lookAt(): Promise<void> {
    await this.page.evaluate(() => window.postMessage('onewhistle:show'));
  }

  /** The world outside changed: the page that is looked at asks again. */
  async again(): Promise<void> {
    const asks = this.page.waitForRequest(isAsked);
    await this.lookAt();
    await asks;
    await this.ready();
  }

  /** What a phone remembers before it is first used. */
  async remember(key: string, data: unknown): Promise<void> {
    const name = `onewhistle|${this.#owner.person}|${key}`;
    await this.#context.addInitScript(
      ([at, value]) => {
        if (window.location.protocol !== 'about:') localStorage.setItem(at, value);
      },
      [name, JSON.stringify({ data })] as const,
    );
  }

  /** Switches the phone off; answers what it complained of. */
  async drop(): Promise<string[]> {
    await this.#gatherMissing();
    await this.#context.close();
    return this.#complaints.splice(0);
  }

  async #gatherMissing(): Promise<void> {
    const missing = await this.page
      .evaluate(() => (window as { __onewhistle?: { missing: string[] } }).__onewhistle?.missing ?? [])
      .catch(() => []);
    for (const name of missing) this.#complaints.push(`${this.#owner.person}: wx.${name} is missing`);
  }

  async #until<Asked>(condition: (asked: Asked) => unknown, asked: Asked, otherwise: string) {
    try {
      const wait = this.page.waitForFunction as (test: unknown, asked: Asked) => Promise<JSHandle>;
      return await wait.call(this.page, condition, asked);
    } catch {
      const seen = await this.page.evaluate(readAll);
      throw new Error(`${this.#owner.person} ${otherwise}，看到的是：${seen}`);
    }
  }
}

function isAsked(request: Request): boolean {
  return request.url().endsWith('/api');
}
