import type { Appeal } from '../appeal/appeal.ts';
import { wordsOf } from '../appeal/recording.ts';
import type { Named, Proposal, Told } from './proposal.ts';

/** What an outside adviser is asked: which of these it may be. Nothing of who, where, how urgent or to whom. */
export interface Question {
  readonly text: string;
  readonly candidates: readonly Named[];
}

/** What it may answer: the id of a candidate, or that it is none of them. */
export const none = 'none';

/** As much of a text leaves the house, in characters. */
const longest = 500;

/**
 * Whether anybody outside is asked at all: never where nothing is written, where there is danger, a complaint, a unit accused, a hidden name, nor
 * once a person has decided.
 */
export function mayBeAsked(appeal: Appeal, proposal: Proposal): boolean {
  const { kind: decided, identity } = appeal;
  const { kind, emergency, accused, way, matter } = proposal;
  const personal = kind === 'complain' || kind === 'report' || identity !== 'open';
  return (
    wordsOf(appeal) !== '' &&
    decided === undefined &&
    !personal &&
    emergency.length === 0 &&
    !accused &&
    way !== 'refer' &&
    !!matter
  );
}

export function questionOf(appeal: Appeal, { matter, also }: Proposal): Question {
  const candidates = [...(matter ? [matter] : []), ...also].map(({ id, zh }) => ({ id, zh }));
  return { text: scrubbed(appeal), candidates };
}

/** 自报姓名的话. */
const named = /(我叫|我是|本人|姓名|联系人|名字)[是为叫：: ]*[\p{Script=Han}·]{2,8}/gu;
/** Addresses of the net, names of accounts; then every digit there is. */
const reachable = /[\w.+-]+@[\w.-]+|https?:\S+|[A-Za-z][\w-]{4,}/g;

/** The words without names, numbers and addresses as far as they can be told: what the office knows of, and every digit. */
export function scrubbed(appeal: Appeal): string {
  const { contact, onBehalfOf, place } = appeal;
  const known = [contact.name, contact.phone, onBehalfOf?.name, onBehalfOf?.phone, place?.address];
  const without = known
    .filter((each) => each !== undefined && each !== '')
    .reduce<string>((rest, each) => rest.replaceAll(String(each), '＊'), wordsOf(appeal));
  return without
    .replace(named, '$1＊')
    .replace(reachable, '＊')
    .replace(/[\p{N}]+/gu, '＊')
    .slice(0, longest);
}

/**
 * The proposal with an answer beside it. It may put the runners-up in another order and ask for a consultation; matter,
 * recipients, urgency, kind and everybody's rights stay as the office's own rules have them.
 */
export function advised(proposal: Proposal, answer: string): Proposal {
  const { matter, also, way, reasons } = proposal;
  const other = also.find(({ id }) => id === answer);
  if (!matter || !(answer === matter.id || answer === none || other)) return proposal;
  const told = (zh: string): readonly Told[] => [...reasons, { topic: 'advice', zh }];
  if (answer === matter.id) return { ...proposal, reasons: told(`外部建议也是“${matter.zh}”`) };
  const zh = other ? `外部建议是“${other.zh}”，和本街道的判断不一样，请会商` : '外部建议都不是，请会商';
  const order = other ? [other, ...also.filter((each) => each !== other)] : also;
  return {
    ...proposal,
    way: way === 'refer' ? way : 'consult',
    clear: false,
    also: order,
    reasons: told(zh),
  };
}
