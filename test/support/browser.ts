/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { type Mode, Phone } from './handset.ts';

export type { Mode, Phone };

export interface Look {
  readonly mode?: Mode;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly size?: 'standard' | 'elder';
  /** This person does not let the page hear. */
  readonly deaf?: boolean;
  /** The page it opens at, with its query. */
  readonly path?: string;
}

let running: Browser | undefined;
const open = new Set<Phone>();

/** One browser for the whole file; whatever is left open after a test is closed, and fails it by its complaints. */
export async function openPhone(url: string, person: string, look: Look = {}): Promise<Phone> {
  running ??= await launchBrowser();
  const { mode = 'touch', width = 375, height = 667, theme = 'light', size = 'standard', deaf } = look;
  const context = await running.newContext({
    viewport: { width, height },
    hasTouch: mode === 'touch',
    colorScheme: theme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  if (deaf) await context.addInitScript(sayNo);
  const phone = new Phone(context, await context.newPage(), { url, person, mode });
  open.add(phone);
  if (size === 'elder') await phone.remember('settings', { size });
  await phone.go(look.path ?? '/pages/home/home');
  return phone;
}

/** Runs inside the page, before it: asked for the microphone, the person says no. */
function sayNo(): void {
  const no = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  if (navigator.mediaDevices) Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: no });
}

/** A page without a phone around it. */
export async function withPage(
  viewport: { readonly width: number; readonly height: number },
  doing: (page: Page) => Promise<void>,
): Promise<void> {
  running ??= await launchBrowser();
  const page = await running.newPage({ viewport });
  await doing(page);
  await page.close();
}

export async function closeBrowser(): Promise<void> {
  await takeAll();
  await running?.close();
  running = undefined;
}

/** Closes every phone; throws what any of them complained of. */
export async function closePhones(): Promise<void> {
  const complaints = await takeAll();
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

async function takeAll(): Promise<string[]> {
  const phones = [...open];
  open.clear();
  return (await Promise.all(phones.map((phone) => phone.drop()))).flat();
}
