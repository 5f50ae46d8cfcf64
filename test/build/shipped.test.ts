import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildClient } from '../../local/build/client.ts';

const pages = join(process.cwd(), 'miniprogram');
const budget = 60 * 1024;

beforeAll(() => buildClient(process.cwd()));

const domain = () => readFileSync(join(pages, 'lib/domain.js'), 'utf8');

test('what the phone knows of the domain weighs at most 60 kB', () => {
  expect(Buffer.byteLength(domain())).toBeLessThanOrEqual(budget);
});

test('it uses no regular expression that an old phone cannot read', () => {
  expect(domain().match(/\(\?<[=!]/g)).toBeNull();
});

test('nothing of the one machine, of the tests or of Node is shipped to the phone', () => {
  const sources = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|js|wxml)$/.test(file) && !file.startsWith('miniprogram_npm'),
  );
  expect(sources.length).toBeGreaterThan(20);
  for (const file of sources) {
    expect(`${file}: ${readFileSync(join(pages, file), 'utf8')}`).not.toMatch(
      /demo:|127\.0\.0\.1|localhost|node:|better-sqlite3/,
    );
  }
});

test('every page of app.json has its script, its template and its settings', () => {
  const app = JSON.parse(readFileSync(join(pages, 'app.json'), 'utf8'));
  const all = [
    ...app.pages,
    ...app.subPackages.flatMap((each: { root: string; pages: string[] }) =>
      each.pages.map((page) => `${each.root}/${page}`),
    ),
  ];
  for (const page of all) {
    for (const ending of ['ts', 'json', 'wxml']) {
      expect([page, readFileSync(join(pages, `${page}.${ending}`), 'utf8').length >= 0]).toEqual([
        page,
        true,
      ]);
    }
  }
});
