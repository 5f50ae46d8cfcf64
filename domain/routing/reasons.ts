import type { Kind, Matter, Office, Unit } from '../office/office.ts';
import { kind as kindWords, tier as tierWords } from '../words.ts';
import type { Emergency } from './emergency.ts';
import type { MatterGuess, Named, PastCase, Told, Topic, Way } from './proposal.ts';
import type { Asked } from './propose.ts';

/** Everything a proposal stands on. */
export interface Facts {
  readonly asked: Asked;
  readonly office: Office;
  readonly areas: { readonly grid?: Named | undefined; readonly community?: Named | undefined };
  readonly row?: Matter | undefined;
  readonly first?: MatterGuess | undefined;
  /** The next likeliest, where it is near. */
  readonly rival?: MatterGuess | undefined;
  readonly matched: readonly string[];
  readonly past: readonly PastCase[];
  readonly spoken?: { readonly kind: Kind; readonly word: string } | undefined;
  readonly kind: Kind;
  readonly emergency: Emergency;
  readonly accused?: { readonly unit: Unit; readonly words: string } | undefined;
}

/** 对投诉、举报人的保护与回避. */
const shield = '条例第三十五条';
const notTheirs = '条例第十七条';

const quoted = (words: readonly string[]) => words.map((word) => `「${word}」`).join('');
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** What somebody outside said is added where he was asked. */
type Own = Exclude<Topic, 'advice'>;

const tellers: Readonly<Record<Own, (facts: Facts, way: Way) => string | undefined>> = {
  emergency: ({ emergency: { numbers, words } }) =>
    numbers.length > 0
      ? `提到${quoted(words)}，可能有眼前的危险，先提醒拨打 ${numbers.join('、')}`
      : undefined,
  matter: ({ row }) =>
    row && `派单目录：${[row.group, row.branch, row.zh].filter(Boolean).join(' › ')}。${row.duty ?? ''}`,
  words: ({ asked, row, matched }) => {
    const said = matched.length > 0 ? [`提到${quoted(matched.slice(0, 6))}`] : [];
    const who = asked.kind === undefined ? '居民选的事项' : '受理时定的事项';
    return (
      [...(asked.matter !== undefined && asked.matter === row?.id ? [who] : []), ...said].join('，') ||
      undefined
    );
  },
  past: pastTold,
  place: ({ areas: { grid, community }, row }) => {
    const own = row?.areas ? '，这个片区另有规定' : '';
    return grid && `地点在${grid.zh}${community ? `，属${community.zh}` : ''}${own}`;
  },
  kind: ({ asked, spoken, row, kind }) => {
    if (asked.kind !== undefined) return undefined;
    if (spoken) return `提到「${spoken.word}」，按${kindWords[kind].zh}办理`;
    return row?.kind && `这类事项通常是${kindWords[kind].zh}`;
  },
  tier: ({ row, emergency, asked }) =>
    row && asked.tier === undefined && emergency.numbers.length === 0
      ? `目录时限：${tierWords[row.tier].zh}`
      : undefined,
  accused: ({ accused, row }) => {
    if (!accused) return undefined;
    const own = accused.unit.id === row?.lead ? '不能自己主办，由街道牵头' : '不参与承办';
    const who = accused.words === '' ? '被投诉的是' : '话里反映的是';
    const said = accused.words === '' ? '' : `（「${accused.words}」）`;
    return `${who}${accused.unit.zh}${said}：${own}（${shield}）`;
  },
  whistle: ({ row }, way) => (way === 'whistle' && row?.whistle ? `建议吹哨：${row.whistle}` : undefined),
  community: ({ row, areas }) => {
    if (!row || !areas.community || row.community === 'lead') return undefined;
    const may = row.community === 'assist' ? '社区只能协助，不能主办' : '不在社区的职责清单里，不能交给社区';
    return `${may}（${notTheirs}）`;
  },
  doubt: doubtTold,
};

/** In the order in which a coordinator reads them. */
export function reasonsOf(facts: Facts, way: Way): Told[] {
  return (Object.keys(tellers) as Own[]).flatMap((topic) => {
    const zh = tellers[topic](facts, way);
    return zh === undefined ? [] : [{ topic, zh }];
  });
}

function pastTold({ past, first, office }: Facts): string | undefined {
  const same = past.filter(({ matter }) => matter === first?.id);
  if (!first || same.length === 0) return undefined;
  const [likest] = same;
  const unit = office.units.find(({ id }) => id === likest?.lead)?.zh;
  const corrected = same.some((one) => one.corrected) ? '，其中有更正过建议的' : '';
  const common = quoted((likest?.common ?? []).slice(0, 3));
  return `相似的 ${past.length} 件旧案里，${same.length} 件办成“${first.zh}”${unit ? `，由${unit}主办` : ''}${corrected}；共同点${common}`;
}

function doubtTold({ first, rival, asked, office, row, accused }: Facts, way: Way): string | undefined {
  if (way === 'refer') return '违纪违法线索移送 12388，不派单';
  if (asked.text === '' && asked.kind === undefined) return '只有录音，没有文字：请先听写，再看建议';
  if (!first || !row) return '目录里没有对得上的用语，请会商确定由谁办';
  if (accused?.unit.id === row.lead) return undefined;
  if (!office.units.some(({ id }) => id === row.lead)) return '本街道没有登记这个主办单位，请会商确定由谁办';
  if (asked.kind !== undefined) return undefined;
  const bar = office.rules.routing.consultBelow;
  const short = first.confidence < bar ? `，不到 ${percent(bar)}` : '';
  const other = rival ? `，也可能是“${rival.zh}”（${percent(rival.confidence)}）` : '';
  return `把握 ${percent(first.confidence)}${short}${other}${short || other ? '，建议先会商' : ''}`;
}
