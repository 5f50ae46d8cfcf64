import { gather } from './gather';

/** Whom to call at once. */
export interface Call {
  readonly number: string;
  readonly zh: string;
}

export const emergencyCalls: readonly Call[] = [
  { number: '110', zh: '报警' },
  { number: '119', zh: '火警' },
  { number: '120', zh: '急救' },
  { number: '122', zh: '交通事故' },
];

const signs: readonly (Call & { readonly words: readonly string[] })[] = [
  {
    number: '119',
    zh: '火警',
    words: ['着火', '起火', '失火', '火灾', '爆炸', '煤气泄漏', '燃气泄漏', '闻到煤气', '被困'],
  },
  {
    number: '120',
    zh: '急救',
    words: [
      '晕倒',
      '昏倒',
      '昏迷',
      '没有呼吸',
      '大出血',
      '心脏病发',
      '煤气中毒',
      '喘不上气',
      '高原反应严重',
      '服毒',
    ],
  },
  {
    number: '110',
    zh: '报警',
    words: [
      '打人',
      '打架',
      '持刀',
      '拿刀',
      '抢劫',
      '被打',
      '家暴',
      '自杀',
      '跳楼',
      '轻生',
      '孩子丢了',
      '老人走失',
      '入室',
    ],
  },
  { number: '122', zh: '交通事故', words: ['撞车', '车祸', '撞人', '翻车'] },
];

/** Danger spoken of in the text: whom to call, and the words it was heard in. It delays and blocks nothing. */
export function emergencyIn(text: string): { numbers: Call[]; words: string[] } | undefined {
  const heard = signs
    .map(({ number, zh, words }) => ({ number, zh, words: words.filter((word) => text.includes(word)) }))
    .filter(({ words }) => words.length > 0);
  if (heard.length === 0) return undefined;
  return {
    numbers: heard.map(({ number, zh }) => ({ number, zh })),
    words: gather(heard, (each) => each.words),
  };
}
