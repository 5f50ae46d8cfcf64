/// <reference lib="dom" />
import type { ElementHandle } from 'playwright-core';
import type { Phone } from '../support/browser.ts';

export interface Entry {
  readonly at: string;
  readonly detail: Record<string, unknown>;
  readonly mark: Record<string, unknown>;
  readonly dataset: Record<string, unknown>;
  readonly target: string;
  readonly [more: string]: unknown;
}

interface Within {
  readonly wx: Record<string, (options?: unknown) => unknown>;
  readonly getApp: () => { globalData: { log: Entry[]; errors: string[] } };
  readonly getCurrentPages: () => { setData(data: object): void; route: string; data: unknown }[];
}

/** What the fixture wrote down, in order. */
export function log(phone: Phone): Promise<Entry[]> {
  return phone.page.evaluate(() => (window as unknown as Within).getApp().globalData.log);
}

export async function story(phone: Phone): Promise<string[]> {
  return (await log(phone)).map(({ at }) => at);
}

export function forget(phone: Phone): Promise<void> {
  return phone.page.evaluate(() => void (window as unknown as Within).getApp().globalData.log.splice(0));
}

/** Waits until the fixture wrote this down; answers the last of them. */
export async function hears(phone: Phone, at: string, more: object = {}): Promise<Entry> {
  const heard = await phone.page
    .waitForFunction(
      ([wanted, part]) => {
        const { log } = (window as unknown as Within).getApp().globalData;
        const holds = (value: unknown, within: unknown): boolean =>
          typeof within === 'object' && within !== null
            ? Object.entries(within).every(([name, item]) =>
                holds((value as Record<string, unknown>)?.[name], item),
              )
            : value === within;
        return log.findLast((entry) => entry.at === wanted && holds(entry, part));
      },
      [at, more] as const,
      { timeout: 5_000 },
    )
    .catch(async () => {
      throw new Error(`never heard ${at} ${JSON.stringify(more)} in ${JSON.stringify(await log(phone))}`);
    });
  return (await heard.jsonValue()) as Entry;
}

/** Calls wx and answers what it answers; a failure is answered as it is, too. */
export function call(phone: Phone, name: string, options?: unknown): Promise<unknown> {
  return phone.page.evaluate(
    async ([what, given]) => {
      try {
        return await (window as unknown as Within).wx[what]?.(given);
      } catch (failure) {
        return failure instanceof Error ? failure.message : failure;
      }
    },
    [name, options] as const,
  );
}

/** setData of the page on top. */
export function setData(phone: Phone, data: object): Promise<void> {
  return phone.page.evaluate(
    (part) => (window as unknown as Within).getCurrentPages().at(-1)?.setData(part),
    data,
  );
}

export function routes(phone: Phone): Promise<string[]> {
  return phone.page.evaluate(() => (window as unknown as Within).getCurrentPages().map(({ route }) => route));
}

/** The element of this id on the page that is shown. */
export async function the(phone: Phone, id: string): Promise<ElementHandle<HTMLElement>> {
  const found = await phone.page.waitForSelector(`.ow-frame:not([hidden]) [id="${id}"]`, {
    state: 'attached',
  });
  return found as ElementHandle<HTMLElement>;
}

export async function press(phone: Phone, id: string): Promise<void> {
  await phone.press(await the(phone, id));
}

export async function text(phone: Phone, id: string): Promise<string> {
  return (await the(phone, id)).innerText();
}

/** Waits until the element of this id reads so. */
export async function reads(phone: Phone, id: string, words: string): Promise<void> {
  await phone.page
    .waitForFunction(
      ([at, wanted]) =>
        document.querySelector<HTMLElement>(`.ow-frame:not([hidden]) [id="${at}"]`)?.innerText.trim() ===
        wanted,
      [id, words] as const,
      { timeout: 5_000 },
    )
    .catch(async () => {
      throw new Error(`#${id} reads ${await text(phone, id)}, not ${words}`);
    });
}

export async function look(phone: Phone, id: string, property: string): Promise<string> {
  const element = await the(phone, id);
  return element.evaluate((node, name) => window.getComputedStyle(node).getPropertyValue(name), property);
}
