import { beijing } from '../../domain/time/calendar.ts';

/**
 * Values of a subscription message as WeChat takes them; one that is too long or holds anything else would be
 * refused whole (47003). Source: sendMessage, 订阅消息参数值内容限制说明.
 */
interface Limit {
  /** What may stand in it, of a text without control characters. */
  readonly allowed: RegExp;
  /** The most UTF-16 units: WeChat does not say what it counts, and this counts the most. */
  readonly most: number;
  /** What is said when nothing is left: an empty value would be refused. */
  readonly otherwise: string;
  /** Stands at the end of what was cut. */
  readonly cut: string;
}

const limits = {
  /** 事物: 20 characters of any kind. */
  thing: { allowed: /./gsu, most: 20, otherwise: '无', cut: '…' },
  /** 汉字: 5, and nothing else. */
  phrase: { allowed: /[\u3400-\u4dbf\u4e00-\u9fff]/gu, most: 5, otherwise: '有更新', cut: '' },
  /** 字符串: 32 digits, letters or symbols. */
  character_string: { allowed: /[\x21-\x7e]/gu, most: 32, otherwise: '-', cut: '' },
  /** 字母: 32. */
  letter: { allowed: /[A-Za-z]/gu, most: 32, otherwise: 'x', cut: '' },
} as const satisfies Readonly<Record<string, Limit>>;

export type Kind = keyof typeof limits;
/** A field of a template that holds words, such as `thing1`. */
export type FieldName = `${Kind}${number}`;
/** A field that holds an instant. */
export type TimeName = `${'time' | 'date'}${number}`;
/** Instants are epoch ms. */
export type Fields = Readonly<Partial<Record<FieldName, string> & Record<TimeName, number>>>;

/** Control, format and unpaired surrogate characters; the joiner of emoji stays. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}/gu;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The values as WeChat takes them, whatever they hold. */
export function rendered(fields: Fields): Record<string, string> {
  const entries = Object.entries(fields) as [string, string | number][];
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'number' ? instant(value) : fieldValue(kindOf(name), value),
    ]),
  );
}

const instant = (at: number) => beijing(at).format('YYYY年M月D日 HH:mm');

/** One value, cut between characters as people see them: no half emoji, no torn Tibetan stack. */
export function fieldValue(kind: Kind, value: string): string {
  const { allowed, most, otherwise, cut }: Limit = limits[kind];
  const clean = value.replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim();
  const text = (clean.match(allowed) ?? []).join('');
  const short = text.length <= most ? text : `${start(text, most - cut.length)}${cut}`;
  return short.trim() || otherwise;
}

function start(text: string, most: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function kindOf(name: string): Kind {
  return name.replace(/\d+$/, '') as Kind;
}
