import type { Browser } from 'playwright-core';
import { at, people } from '../browser/steps.ts';
import { launchBrowser } from '../support/chromium.ts';
import { openStreet } from '../support/street.ts';
import { median, rounded } from './measure.ts';

const rounds = 7;
const pages = [
  { page: '首页', person: people.resident, path: at.home },
  { page: '待办', person: people.urban, path: at.inbox },
];

/** Until something of the page itself is painted, in a browser that knows nothing yet; one round goes before. */
export async function* paint(): AsyncGenerator<object> {
  const street = await openStreet({ empty: false });
  const browser = await launchBrowser();
  try {
    for (const { page, person, path } of pages) {
      const figures: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const ms = await firstPaint(browser, `${street.url}/m?person=${person}#${path}`);
        if (round > 0) figures.push(ms);
      }
      yield {
        what: 'first paint',
        page,
        ms: rounded(median(figures)),
        slowest: rounded(Math.max(...figures)),
        rounds,
      };
    }
  } finally {
    await browser.close();
    await street.close();
  }
}

/** Milliseconds from the start of the navigation to the first contentful paint, which is the page's own. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('.ow-frame:not([hidden]) .body');
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const ms = Number(await painted.jsonValue());
  await context.close();
  return ms;
}
