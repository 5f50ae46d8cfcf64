import fc from 'fast-check';
import { fieldValue, type Kind, rendered } from '../../cloudfunctions/wechat/fields.ts';

/** Every limit as WeChat's page has it. */
const rules: Readonly<Record<Kind, RegExp>> = {
  thing: /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
};

const tibetan = fc.constantFrom('བོད་', 'སྐད', 'རྒྱལ', 'ཁྲིམས', '།', 'བསྒྲུབས');
const emoji = fc.constantFrom('👨‍👩‍👧‍👦', '🏔', '🇨🇳', '👍🏽', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿');
const hanzi = fc.constantFrom('屋', '顶', '漏', '水', '𠮷', '㐀', '，', '：');
const odd = fc.constantFrom(
  '\u202e',
  '\u200f',
  '\u200d',
  '\ufeff',
  '\0',
  '\n',
  '\t',
  '\ud800',
  '\udc00',
  '\u2028',
);
const piled = fc.nat(40).map((count) => `e${'\u0301'.repeat(count)}`);
const plain = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const words = fc
  .array(fc.oneof(tibetan, emoji, hanzi, odd, piled, plain), { maxLength: 12 })
  .map((parts) => parts.join(''));

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const graphemesOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

it('一万段话，藏文、表情、乱码都有：每一种字段都在微信的限制之内', () => {
  fc.assert(
    fc.property(words, (text) => {
      for (const [kind, rule] of Object.entries(rules)) {
        const value = fieldValue(kind as Kind, text);
        expect(value).toMatch(rule);
        expect(value.trim()).toBe(value);
      }
      expect(fieldValue('thing', text).length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 10_000 },
  );
});

it('一万段话：截断的地方总在两个完整的字之间', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(tibetan, emoji, hanzi), { minLength: 1, maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const value = fieldValue('thing', text);
      const whole = graphemesOf(fieldValue('thing', text).replace(/…$/, ''));
      const before = graphemesOf(
        text
          .replaceAll(/[\u{e0000}-\u{e007f}]/gu, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      );
      expect(before.slice(0, whole.length)).toEqual(whole);
      expect(value.length).toBeGreaterThan(0);
    }),
    { numRuns: 10_000 },
  );
});

it.each([
  ['thing', '屋顶漏水', '屋顶漏水'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十百', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing', '第一行\n第二行', '第一行 第二行'],
  ['thing', '\u202e倒着写', '倒着写'],
  ['thing', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦…'],
  ['thing', `e${'\u0301'.repeat(5000)}`, '…'],
  ['thing', ' \n ', '无'],
  ['phrase', '已派单', '已派单'],
  ['phrase', '已派单（住建局）处理中', '已派单住建'],
  ['phrase', 'done', '有更新'],
  ['character_string', 'LH20260309-0001', 'LH20260309-0001'],
  ['character_string', '编号 LH 1', 'LH1'],
  ['character_string', '无', '-'],
] as const)('%s「%s」写作「%s」', (kind, text, value) => {
  expect(fieldValue(kind, text)).toBe(value);
});

it('字段的种类由名字来', () => {
  expect(rendered({ thing1: '一\n二', phrase12: '已派单！', character_string3: '第 7 号' })).toEqual({
    thing1: '一 二',
    phrase12: '已派单',
    character_string3: '7',
  });
});

it('时间照微信的样子写，用北京时间', () => {
  expect(rendered({ time4: Date.UTC(2026, 2, 9, 2, 5), date5: Date.UTC(2026, 11, 31, 16) })).toEqual({
    time4: '2026年3月9日 10:05',
    date5: '2027年1月1日 00:00',
  });
});
