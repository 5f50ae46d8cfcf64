import type { Browser, BrowserContext, ElementHandle, JSHandle, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { findWords, readAll, readsWords } from './finding.ts';

export type Mode = 'touch' | 'mouse';

export interface Look {
  readonly mode?: Mode;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly size?: 'standard' | 'elder';
  /** The page it opens at, with its query. */
  readonly path?: string;
}

/** How long a condition may take to come true, in ms. */
const patience = 10_000;

let running: Browser | undefined;
const open = new Set<Phone>();

/** One browser for the whole file; whatever is left open after a test is closed, and fails it by its complaints. */
export async function openPhone(url: string, person: string, look: Look = {}): Promise<Phone> {
  running ??= await launchBrowser();
  const { mode = 'touch', width = 375, height = 667, theme = 'light', size = 'standard' } = look;
  const context = await running.newContext({
    viewport: { width, height },
    hasTouch: mode === 'touch',
    colorScheme: theme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const phone = new Phone(context, await context.newPage(), { url, person, mode });
  open.add(phone);
  if (size === 'elder') await phone.remember('settings', { size });
  await phone.go(look.path ?? '/pages/home/home');
  return phone;
}

export async function closeBrowser(): Promise<void> {
  await Promise.all([...open].map((phone) => phone.drop()));
  await running?.close();
  running = undefined;
}

/** Closes every phone; throws what any of them complained of. */
export async function closePhones(): Promise<void> {
  const complaints = await Promise.all([...open].map((phone) => phone.drop()));
  if (complaints.flat().length > 0) throw new Error(complaints.flat().join('\n'));
}

interface Owner {
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
  #offline = false;

  constructor(context: BrowserContext, page: Page, owner: Owner) {
    this.page = page;
    this.#context = context;
    this.#owner = owner;
    page.setDefaultTimeout(patience);
    const complain = (words: string) => {
      if (!this.#offline) this.#complaints.push(`${owner.person}: ${words}`);
    };
    page.on('console', (said) => {
      if (said.type() === 'error' || said.type() === 'warning') complain(`${said.type()}: ${said.text()}`);
    });
    page.on('pageerror', (error) => complain(`page error: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') complain(`request failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
    });
  }

  /** Opens a page anew, as after a scan; what the phone keeps stays. */
  async go(path: string): Promise<void> {
    const { url, person } = this.#owner;
    await this.#gatherMissing();
    await this.page.goto('about:blank');
    await this.page.goto(`${url}/m?person=${person}#${path}`);
    await this.page.waitForSelector('.ow-frame:not([hidden])');
  }

  async see(...words: string[]): Promise<void> {
    for (const each of words) await this.#until(readsWords, { words: each }, `看不到「${each}」`);
  }

  async gone(words: string): Promise<void> {
    await this.#until(readsWords, { words, gone: true }, `一直还看得到「${words}」`);
  }

  async tap(words: string): Promise<void> {
    await this.press(await this.find(words));
  }

  async press(element: ElementHandle<Element>): Promise<void> {
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

  async offline(): Promise<void> {
    this.#offline = true;
    await this.#context.setOffline(true);
  }

  async online(): Promise<void> {
    await this.#context.setOffline(false);
    this.#offline = false;
  }

  /** The world outside changed: the page that is looked at asks again. */
  async again(): Promise<void> {
    await this.page.evaluate(() => window.postMessage('onewhistle:show'));
  }

  /** What a phone remembers before it is first used. */
  async remember(key: string, data: unknown): Promise<void> {
    const name = `onewhistle|${this.#owner.person}|${key}`;
    await this.#context.addInitScript(([at, value]) => localStorage.setItem(at, value), [
      name,
      JSON.stringify({ data }),
    ] as const);
  }

  /** Switches the phone off; answers what it complained of. */
  async drop(): Promise<string[]> {
    open.delete(this);
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
