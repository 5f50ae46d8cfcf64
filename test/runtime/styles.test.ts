import { scopeSelector } from '../../local/browser/build/selectors.ts';
import { built } from './folder.ts';

const page = { page: 'pages/one/one' };
const within = ':where([data-page="pages/one/one"])';

it.each([
  ['.a .b', `${within} .a .b`],
  ['.a, .b', `${within} .a,${within} .b`],
  ['view.a > text', `${within} wx-view.a > wx-text`],
  ['page', `wx-page${within}`],
  ['page .a', `wx-page${within} .a`],
  ['#a::after', `${within} #a::after`],
  ['t-button', `${within} wx-t-button`],
])('in the sheet of a page %s is kept to that page', (selector, expected) => {
  expect(scopeSelector(selector, page)).toBe(expected);
});

it.each([
  ['.a .b:not(.c)', '.box--a .box--b:not(.box--c)'],
  [':host', '[wx-host="box"]'],
  [':host .a', '[wx-host="box"] .box--a'],
  ['.a::before', '.box--a::before'],
])('in the sheet of an isolated component %s is kept to it', (selector, expected) => {
  expect(scopeSelector(selector, { prefix: 'box' })).toBe(expected);
});

it('in the sheet of the app everything is for everybody', () => {
  expect(scopeSelector('page, .a view', {})).toBe('wx-page, .a wx-view');
});

it('sheets come in the order app, components, pages', async () => {
  const { styles } = await built({
    'app.wxss': '.app { color: red }',
    'parts/dot.wxss': '.dot { color: red }',
    'pages/two/two.wxss': '.two { color: red }',
  });
  const at = ['.app {', '.parts-dot--dot {', '.one {', '.two {'].map((sign) => styles.indexOf(sign));
  expect(at).toEqual([...at].sort((one, other) => one - other));
  expect(at).not.toContain(-1);
  expect(styles).toContain(':where([data-page="pages/two/two"]) .two {');
});

it('rpx and vh become what a browser knows', async () => {
  const { styles } = await built({
    'pages/one/one.wxss':
      '.a { width: 750rpx; margin: -1.5rpx 0 .5rpx; height: calc(100vh - 10rpx); top: 100dvh }',
  });
  expect(styles).toContain('width: 100vw;');
  expect(styles).toContain('margin: -0.2vw 0 0.0667vw;');
  expect(styles).toContain('height: calc(calc(var(--page-vh) * 100) - 1.3333vw);');
  expect(styles).toContain('top: 100dvh');
});

it('imports stand where they are written, once each, and keyframes keep their words', async () => {
  const { styles } = await built({
    'pages/one/one.wxss': '@import "a.wxss";\n@import "b.wxss";\n.last {}',
    'pages/one/a.wxss': '@import "b.wxss";\n.a {}\n@keyframes turn { from { top: 0 } to { top: 1rpx } }',
    'pages/one/b.wxss': '.b {}',
  });
  expect(styles.match(/\.(a|b|last) \{/g)).toEqual(['.b {', '.a {', '.last {']);
  expect(styles).toMatch(/@keyframes turn \{ from \{ top: 0 \} to \{ top: 0\.1333vw \} \}/);
});

it.each(['isolated', 'apply-shared', 'shared'])(
  'a component of style isolation %s',
  async (styleIsolation) => {
    const { styles } = await built({
      'parts/dot.json': JSON.stringify({ component: true, styleIsolation }),
      'parts/dot.wxss': '.dot {}',
    });
    expect(styles).toContain(styleIsolation === 'shared' ? '.dot {' : '.parts-dot--dot {');
  },
);
