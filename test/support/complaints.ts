import type { Page } from 'playwright-core';

/** Hears everything a page complains of: its console, its errors, its requests. */
export function listenTo(page: Page, complain: (words: string) => void): void {
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
