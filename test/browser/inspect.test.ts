import { closeBrowser, withPage } from '../support/browser.ts';
import { type Asked, inspect } from '../support/inspector.ts';

afterAll(closeBrowser);

const page = `<body style="margin:0;background:#fff"><section class="ow-frame">
  <p style="width:60px;white-space:nowrap;overflow:hidden" class="cut">这句话比格子长得多，看不到后面</p>
  <p style="margin-left:290px;white-space:nowrap" class="out">一直写到屏幕外面去了</p>
  <p style="height:12px;overflow:hidden;font-size:20px" class="low">只露半截</p>
  <p style="width:36px;font-size:18px;margin:0" class="column">城市管理局</p>
  <p style="color:#999" class="pale">太淡</p>
  <div style="background:#0b4ea2"><p style="color:#333" class="dark">深底深字</p></div>
  <button style="width:50px;height:50px" class="blank"></button>
  <button style="width:30px;height:50px" class="narrow" aria-label="窄"></button>
  <p style="font-size:11px" class="fine">太小</p>
  <p style="font-size:18px" class="good">好好的一句话</p>
</section></body>`;

const expected: readonly (readonly [zh: string, classes: readonly string[], asked: Asked])[] = [
  ['被切掉或出了屏幕的文字', ['cut', 'out', 'low'], ['cutOff']],
  ['挤成一条的文字', ['column'], ['squeezed']],
  ['太淡的文字', ['pale', 'dark'], ['tooPale']],
  ['没有名字的按钮', ['blank'], ['nameless']],
  ['太小的按钮', ['narrow'], ['tooSmall', 44]],
  ['太小的字', ['fine'], ['tooFine', 'p', 14]],
];

it.each(expected)('查得出%s，只有它们', async (_, classes, asked) => {
  await withPage({ width: 320, height: 568 }, async (blank) => {
    await blank.setContent(page);
    const found = await inspect(blank, ...asked);
    expect(found.map((fault) => fault.split('」.').pop())).toEqual(classes);
  });
});
