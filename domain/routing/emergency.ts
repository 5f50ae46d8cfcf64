import { normalise } from './normalise.ts';

export type EmergencyNumber = '110' | '119' | '120' | '122';

/** What to show at once. It never blocks and never changes what was written. */
export interface Emergency {
  /** Numbers to show, in the order of urgency. */
  readonly numbers: readonly EmergencyNumber[];
  /** The words that were understood as a present danger. */
  readonly words: readonly string[];
}

/** Words of danger by number; a word may call for several. */
const dangers: Readonly<Record<EmergencyNumber, string>> = {
  '119': `着火 起火 失火 火灾 火情 着了火 烧起来 烧着了 冒浓烟 浓烟滚滚 大火 爆炸 燃气泄漏 煤气泄漏 天然气泄漏 瓦斯泄漏 漏煤气 漏燃气
    煤气味 燃气味 天然气味 液化气味 燃气漏 煤气漏 天然气漏 液化气漏 困在电梯 电梯困人 被困电梯 关在电梯 被困 坍塌 房子塌 房屋倒塌 墙塌 被埋 泥石流 山体滑坡 落水 掉进河 掉到河里 掉进井 掉井里 溺水
    མེ་སྐྱོན མེ་འབར མེ་ཤོར`,
  '120': `昏迷 晕倒 昏倒 昏过去 没有呼吸 没呼吸 呼吸困难 喘不上气 喘不过气 心脏病发作 心梗 胸痛 大出血 流血不止 血流不止 煤气中毒 一氧化碳中毒
    食物中毒 农药中毒 喝农药 肺水肿 高反严重 高原反应严重 休克 抽搐 要生了 快生了 羊水破 溺水 触电 烧伤 骨折 割腕 自杀 跳楼 轻生 不想活 重伤`,
  '110': `持刀 拿刀 砍人 杀人 要杀 捅人 抢劫 绑架 打死人 打群架 正在打架 有人打架 斗殴 入室 被绑 强奸 性侵 家暴 打我 殴打 劫持 拐走 被拐
    孩子不见 孩子丢了 小孩丢了 老人走失 老人走丢 孩子走失 孩子走丢 跳楼 自杀 轻生 不想活 枪击 炸弹`,
  '122': '车祸 撞车 撞人 撞到人 被车撞 翻车 交通事故 肇事逃逸 连环追尾 撞伤',
};

const order: readonly EmergencyNumber[] = ['119', '120', '110', '122'];
const words = order.flatMap((number) =>
  dangers[number]
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ number, word })),
);

/** Just before the word: it is denied. Short gaps only, so that “没有人管，着火了” still counts. */
const denied =
  /(不是|并非|没有|没|未|不会|千万别|别再|别让|不要|勿|谁说|不存在|无|消除|排除|模拟|演练|假装)[^，。！？；,.!?;\n]{0,2}$/;
/** Just before the word: it is feared or guarded against, not there. */
const feared =
  /(防止|预防|避免|防范|杜绝|以防|以免|假如|万一|如果|要是|一旦|容易|可能会|(?:^|[^委协议商工学])会|(?:^|[^恐])怕|担心|害怕)[^，。！？；,.!?;\n]{0,4}$/;
/** Just after the word: a subject of talk, equipment, training, insurance, or something over. */
const talked =
  /^(的?(那家|那次|那个|那天|那年|后的|以后|之后|隐患|风险|危险|演练|演习|应急预案|预案|宣传|培训|知识|讲座|保险|理赔|赔偿|补偿|认定|责任|报警器|警报器|保护|事故率|案例|新闻|视频|电影|游戏|多发|频发|高发|处理|鉴定)|(已|已经)(被)?(扑灭|处理|解决|排除|过去|出院|好了|结案|灭了)|了?(去年|前年|怎么办理))/;
/** A time long gone anywhere earlier in the sentence. */
const past =
  /(去年|前年|上个?月|上周|上星期|几年前|年前|多年前|以前|之前|曾经|当年|[12]\d{3}年|\d+月\d+[日号])[^。！？!?\n]*$/;
/** Words that bring the danger back to now. */
const present = /(现在|正在|今天|今晚|今早|目前|刚才|刚刚|此刻|马上|快来|救命|赶紧|赶快|还在|又)/;
const figurative = /(笑|累|热|困|气|饿|吓)死|(心里|眉毛|嗓子|喉咙|后院)(着火|起火)/;

/** Reads a message for present danger. Denied, quoted, feared and past dangers do not count; doubtful ones do. */
export function emergencyIn(message: string): Emergency {
  const text = normalise(message.slice(0, 6_000));
  const quotations = quotationsOf(text);
  const found = new Map<EmergencyNumber, Set<string>>();
  for (const { number, word } of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (quotations.some(([from, to]) => from < at && at < to) || !counts(text, at, word)) continue;
      found.set(number, (found.get(number) ?? new Set()).add(word));
      break;
    }
  }
  const numbers = order.filter((number) => found.has(number));
  return { numbers, words: [...new Set(numbers.flatMap((number) => [...(found.get(number) ?? [])]))] };
}

function counts(text: string, at: number, word: string): boolean {
  if (/[\u0f40-\u0fbc]/.test(word))
    return standsAlone(text, at, word) && !/^[་ ]*(མ་རེད|མིན|མེད)/.test(text.slice(at + word.length));
  const before = sentenceBefore(text, at);
  const after = text.slice(at + word.length, at + word.length + 12);
  const around = before + word + after;
  if ((denied.test(before) && !doubled(before)) || feared.test(before)) return false;
  if (talked.test(after)) return false;
  if (past.test(before) && !present.test(around)) return false;
  return !figurative.test(before.slice(-2) + word);
}

function sentenceBefore(text: string, at: number): string {
  const start = Math.max(0, at - 40);
  const before = text.slice(start, at);
  return before.slice(before.search(/[^。！？!?;；\n]*$/));
}

/** “不是没有着火” says that it burns. */
const doubled = (before: string) =>
  /(不是没|并非没|不得不|难道不是|是不是|有没有)[^，。！？]{0,3}$/.test(before);

const quotation = /“[^”]{0,60}”|《[^》]{0,60}》|「[^」]{0,60}」|"[^"]{0,60}"/g;

/** Where the text quotes, from–to; a quoted cry for help counts as said. */
function quotationsOf(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(quotation)]
    .filter(([said]) => !/(救命|快来|救人)/.test(said))
    .map((found) => [found.index, found.index + found[0].length]);
}

function standsAlone(text: string, at: number, word: string): boolean {
  const tibetan = /[\u0f40-\u0fbc]/;
  const after = text.slice(at + word.length, at + word.length + 3).replace(/^(འི|ས|ར)/, '');
  return !tibetan.test(text.charAt(at - 1)) && !tibetan.test(after.charAt(0));
}
