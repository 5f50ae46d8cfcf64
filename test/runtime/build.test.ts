import { built } from './folder.ts';

it('a mini-program without a mistake builds without a word', async () => {
  expect((await built()).diagnostics).toEqual([]);
});

const pages = (...names: string[]) =>
  `{\n  "pages": [\n    ${names.map((name) => `"${name}"`).join(',\n    ')}\n  ]\n}\n`;
const [one, two] = ['pages/one/one', 'pages/two/two'];

it.each<[what: string, file: string, text: string, line: number, message: RegExp, at?: string]>([
  [
    'a page that is missing',
    'app.json',
    pages(one, 'pages/none/none'),
    4,
    /page pages\/none\/none is missing/,
  ],
  [
    'a component that is missing',
    `${one}.json`,
    '{ "usingComponents": {\n  "dot": "/parts/none" } }',
    2,
    /component \/parts\/none is missing/,
  ],
  ['JSON with a comma too many', `${two}.json`, '{\n  "a": 1,\n}\n\n\n', 2, /bad JSON/],
  ['JSON with a word in it', `${two}.json`, '{\n  "a": 1,\n  "b": nothing,\n  "c": 2\n}\n', 3, /bad JSON/],
  ['JSON that is no object', `${two}.json`, '[]', 1, /not a JSON object/],
  [
    'a component that does not say it is one',
    'parts/dot.json',
    '{}',
    1,
    /a component needs "component": true/,
  ],
  ['an expression nobody can read', `${one}.wxml`, '<dot />\n<view>{{ a + }}</view>', 2, /expression/i],
  ['a tag that is not closed', `${one}.wxml`, '<dot />\n<view>\n  <text>\n</view>', 3, /tag|match|end/i],
  ['a tag closed by another', `${one}.wxml`, '<dot />\n<view></text>', 2, /tag|match|end/i],
  [
    'a component nobody listed',
    `${one}.wxml`,
    '<dot />\n<view>\n  <nobody></nobody>\n</view>',
    3,
    /unknown component <nobody>/,
  ],
  [
    'a handler that is not there',
    `${one}.wxml`,
    '<dot />\n<view bind:tap="none" />',
    2,
    /bind:tap="none" names no method/,
  ],
  [
    'a template that is missing',
    `${one}.wxml`,
    '<dot />\n<import src="../none.wxml" />',
    2,
    /template pages\/none\.wxml is missing/,
  ],
  [
    'a WXS file that is missing',
    `${one}.wxml`,
    '<dot />\n<wxs src="./none.wxs" module="m" />',
    2,
    /script pages\/one\/none\.wxs is missing/,
  ],
  [
    'a module that is missing',
    `${one}.ts`,
    "const a = 1;\nimport { b } from './none';\nPage({ a, b, tap() {} });",
    2,
    /Could not resolve "\.\/none"/,
  ],
  [
    'a package that is missing',
    `${one}.ts`,
    "\nimport b from 'none';\nPage({ b, tap() {} });",
    2,
    /module none is missing/,
  ],
  ['TypeScript nobody can read', `${one}.ts`, 'Page({ tap() {} });\nconst = 1;', 2, /Expected/],
  ['WXSS nobody can read', `${one}.wxss`, '.one {\n  color: red;\n\n', 1, /Unclosed block/],
  [
    'a style that is missing',
    `${one}.wxss`,
    '.a {}\n@import "none.wxss";',
    2,
    /style pages\/one\/none\.wxss is missing/,
  ],
  ['a local image in WXSS', `${one}.wxss`, '.a {\n  background: url(a.png);\n}', 2, /local image/],
  [
    'a tab bar of one',
    'app.json',
    `{ "pages": ["${one}"],\n "tabBar": { "list": [{ "pagePath": "${one}", "text": "" }] } }`,
    2,
    /2 to 5 items/,
  ],
  [
    'a colour no theme knows',
    'app.json',
    `{ "pages": ["${one}"],\n "window": { "navigationBarBackgroundColor": "@none" } }`,
    2,
    /no light "none"/,
  ],
])('%s is told with its file and line', async (_, file, text, line, message) => {
  const { diagnostics } = await built({ [file]: text });
  expect(diagnostics).toContainEqual({ file, line, message: expect.stringMatching(message) });
  expect(diagnostics.filter((each) => each.file !== file)).toEqual([]);
});

it('a local image in an imported sheet is told where it stands', async () => {
  const { diagnostics } = await built({
    [`${one}.wxss`]: '@import "../../parts/shared.wxss";\n',
    'parts/shared.wxss': '\n\n.a {\n  background: url("/a.png");\n}\n',
  });
  expect(diagnostics).toEqual([
    { file: 'parts/shared.wxss', line: 4, message: 'WXSS cannot use a local image or font' },
  ]);
});

it('an icon that is not drawn is told', async () => {
  const { diagnostics } = await built({
    [`${one}.json`]:
      '{ "usingComponents": { "t-icon": "tdesign-miniprogram/icon/icon", "t-button": "tdesign-miniprogram/button/button" } }',
    [`${one}.wxml`]: '<t-icon name="add" />\n<t-icon name="no-such" />\n<t-button icon="nor-this" />',
  });
  expect(diagnostics).toEqual([
    { file: `${one}.wxml`, line: 2, message: 'unknown icon "no-such"' },
    { file: `${one}.wxml`, line: 3, message: 'unknown icon "nor-this"' },
  ]);
});

it('a picture written out in WXSS is no local image', async () => {
  const { diagnostics } = await built({
    [`${one}.wxss`]:
      '.a { background: url("data:image/png;base64,AA") } .b { background: url(https://a.cn/b.png) }',
  });
  expect(diagnostics).toEqual([]);
});

it('handlers in other forms and components of an imported template are known', async () => {
  const { diagnostics } = await built({
    [`${one}.wxml`]:
      '<import src="../../parts/line.wxml" />\n<dot catchtap="tap" capture-bind:tap="tap" />\n<template is="line" />',
    'parts/line.wxml': '<template name="line">\n  <dot />\n  <nobody />\n</template>',
  });
  expect(diagnostics).toEqual([{ file: 'parts/line.wxml', line: 3, message: 'unknown component <nobody>' }]);
});
