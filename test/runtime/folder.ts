import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildPages, type Diagnostic } from '../../local/browser/build/index.ts';

/** A mini-program without a mistake. */
const whole: Readonly<Record<string, string>> = {
  'app.json': '{\n  "pages": ["pages/one/one", "pages/two/two"],\n  "usingComponents": {}\n}\n',
  'app.ts': 'App({});\n',
  'deployment.ts': 'export const deployment = {};\n',
  'pages/one/one.json': '{ "usingComponents": { "dot": "/parts/dot" } }\n',
  'pages/one/one.ts':
    "import { deployment } from '../../deployment';\nPage({ data: { deployment }, tap() {} });\n",
  'pages/one/one.wxml': '<view>\n  <dot bind:tap="tap" />\n</view>\n',
  'pages/one/one.wxss': '.one {\n  color: red;\n}\n',
  'pages/two/two.json': '{}\n',
  'pages/two/two.ts': 'Page({});\n',
  'pages/two/two.wxml': '<view class="two"></view>\n',
  'parts/dot.json': '{ "component": true }\n',
  'parts/dot.ts': 'Component({});\n',
  'parts/dot.wxml': '<view class="dot"></view>\n',
};

export interface Built {
  readonly diagnostics: readonly Diagnostic[];
  /** All style sheets as the browser gets them. */
  readonly styles: string;
}

/** Builds the mini-program with some of its files written otherwise. */
export async function built(changes: Readonly<Record<string, string>> = {}): Promise<Built> {
  const root = mkdtempSync(join(tmpdir(), 'onewhistle-runtime-'));
  try {
    for (const [path, text] of Object.entries({ ...whole, ...changes })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { files, diagnostics } = await buildPages({ root, deployment: whole['deployment.ts'] ?? '' });
    const service = String(files.get('/app/service.js')?.body ?? '');
    return { diagnostics, styles: diagnostics.length === 0 ? stylesIn(service) : '' };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Runs the bundle as far as it hands over its styles. */
function stylesIn(service: string): string {
  let styles = '';
  const start = (given: { styles: string }) => {
    styles = given.styles;
  };
  new Function('globalThis', service)({ __onewhistle: { start } });
  return styles;
}
