import type { AppealView, Kind, Matter, PublicOffice, Tier, Unit } from '../../lib/domain';

/** What the office might do with an appeal, and why. The coordinator decides. */
export interface Suggestion {
  readonly matter: Pick<Matter, 'id' | 'zh'>;
  readonly tier: Tier;
  readonly kind: Kind;
  readonly lead: Pick<Unit, 'id' | 'zh'>;
  readonly assists: readonly Pick<Unit, 'id' | 'zh'>[];
  /** The words of the appeal that led here. */
  readonly matched: readonly string[];
  /** The resident, or the one who accepted, named this matter. */
  readonly named: boolean;
  /** Nothing else comes near it. */
  readonly clear: boolean;
}

type Asked = Pick<AppealView, 'text' | 'matter' | 'kind' | 'tier'>;
type Known = Pick<PublicOffice, 'matters' | 'units'>;

const most = 3;
/** A matter somebody named outweighs any one word. */
const namedWeight = 6;

/** How many times the next one the first must weigh to be clear. */
const clearly = 3;

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['report', /举报|实名反映|违法/],
  ['praise', /表扬|感谢|点赞|好评/],
  ['complain', /投诉|没人管|一直不|太吵|不给|骗|乱收/],
  ['suggest', /建议|希望能|能不能|可不可以/],
  ['consult', /请问|怎么办理|咨询|需要什么材料|在哪里办/],
];

export function suggest(appeal: Asked, { matters, units }: Known): Suggestion[] {
  const ranked = matters
    .map((matter) => ({ matter, ...weigh(appeal, matter) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, most);
  const [first, second] = ranked;
  const clear = first !== undefined && first.weight >= 2 && first.weight >= clearly * (second?.weight ?? 0);
  const unitOf = (id: string) => ({ id, zh: units.find((unit) => unit.id === id)?.zh ?? id });
  return ranked.map(({ matter, matched, named }, at) => ({
    matter: { id: matter.id, zh: matter.zh },
    tier: appeal.tier ?? matter.tier,
    kind: appeal.kind ?? kindOf(appeal.text),
    lead: unitOf(matter.lead),
    assists: matter.assists.map(unitOf),
    matched,
    named,
    clear: clear && at === 0,
  }));
}

/** Longer words tell more than short ones. */
function weigh({ text, matter: chosen }: Asked, matter: Matter) {
  const matched = matter.words.filter((word) => text.includes(word));
  const named = chosen?.id === matter.id;
  const weight = matched.reduce((sum, word) => sum + word.length, named ? namedWeight : 0);
  return { matched, named, weight };
}

export function kindOf(text: string): Kind {
  return kinds.find(([, sign]) => sign.test(text))?.[0] ?? 'help';
}
