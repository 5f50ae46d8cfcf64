import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome.exe'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of CHROME_PATH, one that is installed, or the one that comes with the dependencies (Linux x64). */
async function browserPath(): Promise<string> {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) return CHROME_PATH;
  const found = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const installed = [...found, ...places].find(existsSync);
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return sparticuz.executablePath();
  throw new Error('没有找到 Chrome 或 Chromium。请安装一个，或用环境变量 CHROME_PATH 指出它在哪里。');
}

export async function launchBrowser(): Promise<Browser> {
  /** A microphone that beeps, on any machine, and whoever is asked says yes. */
  const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...microphone];
  return chromium.launch({ executablePath: await browserPath(), args });
}
