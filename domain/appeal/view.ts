import type { Ball } from '../kernel/ball.ts';
import type { Mark } from '../kernel/deadlines.ts';
import type { Context } from '../kernel/process.ts';
import { matterOf, type Office, unitName } from '../office/office.ts';
import { holdReason } from '../request/words.ts';
import type { Term } from '../time/clock.ts';
import type { Appeal, AskKind, Place, Rating, Relation, Reply, Someone, TaskRef } from './appeal.ts';
import { articles, transferArticle } from './articles.ts';
import { offeredOf } from './askable.ts';
import { ballOf } from './ball.ts';
import { channelPhone } from './channels.ts';
import { isOutside, isShown, markOf, photosFor, replyIn, textFor, transcriptFor } from './checked.ts';
import { isOffices, limitOf } from './clocks.ts';
import { heardBy, type Recording } from './recording.ts';
import { isInner, relationOf } from './relation.ts';
import { stepOf } from './tasks.ts';
import { channel as channelWord, contentMark, endReason } from './words.ts';

export interface Ending {
  readonly zh: string;
  readonly words?: string | undefined;
  readonly basis?: string | undefined;
  /** Whom to turn to, and by which number. */
  readonly channel?: { readonly zh: string; readonly phone?: string | undefined } | undefined;
  readonly at: number;
}

export interface View {
  readonly id: string;
  readonly number: string;
  readonly status: Appeal['status'];
  readonly relation: Relation;
  readonly ball: Ball;
  readonly submittedAt: number;
  readonly round: number;
  readonly missed: readonly Mark[];
  readonly identity: Appeal['identity'];
  readonly text: string;
  readonly photos: readonly string[];
  readonly recordings?: readonly Recording[] | undefined;
  /** 工作人员听写. */
  readonly transcript?: string | undefined;
  readonly place?: Place | undefined;
  readonly matter?: { readonly id: string; readonly zh: string } | undefined;
  readonly kind?: Appeal['kind'];
  readonly tier?: Appeal['tier'];
  readonly units: readonly (Pick<TaskRef, 'task' | 'unit' | 'role' | 'status'> & { readonly zh: string })[];
  readonly whistle?: string | undefined;
  /** The whistle that waits for approval. */
  readonly whistleAsked?: string | undefined;
  readonly contact?: Someone | undefined;
  readonly onBehalfOf?: Someone | undefined;
  readonly reply?: Reply | undefined;
  readonly rating?: Rating | undefined;
  readonly end?: Ending | undefined;
  /** 再次办理，由主办单位负责人亲自办. */
  readonly byLeader?: boolean | undefined;
  readonly followUp?: string | undefined;
  readonly supervisions?: Appeal['supervisions'];
  readonly step?: Appeal['step'];
  readonly climbs?: Appeal['climbs'];
  /** What the content check says, where one is made and has found something. */
  readonly mark?: { readonly zh: string; readonly shown?: boolean | undefined } | undefined;
  readonly questions?: readonly string[] | undefined;
  /** The time for questions is over without an answer. */
  readonly unanswered?: true | undefined;
  readonly parent?: { readonly id: string; readonly number?: string | undefined } | undefined;
  /** How many others follow it. */
  readonly following: number;
  /** It was never written, only followed. */
  readonly follows?: true | undefined;
  readonly followers?: readonly { readonly id: string; readonly number: string }[] | undefined;
  readonly urges: number;
  readonly accused?: { readonly id: string; readonly zh: string } | undefined;
  readonly declineProposal?: { readonly zh: string; readonly words: string } | undefined;
  /** The name is hidden from him as long as nobody lets him see it. */
  readonly masked?: true | undefined;
  readonly unmaskedUntil?: number | undefined;
  readonly relapseOf?: string | undefined;
  readonly relapsedBy?: string | undefined;
  /** What the viewer may ask leave for now, each in its time. */
  readonly askable?: readonly AskKind[] | undefined;
  /** The limit as it was set: an extension is measured by it. */
  readonly limit?: Term | undefined;
  readonly excluded?: Appeal['excluded'];
  /** While it is on hold: why, and what is planned. */
  readonly hold?: { readonly zh: string; readonly words?: string | undefined } | undefined;
  readonly suggested?: { readonly id: string; readonly zh: string } | undefined;
}

/** Fields that not everybody who sees the appeal sees. All the others are seen by all but the accused. */
const sees: Readonly<Partial<Record<keyof View, readonly Relation[]>>> = {
  contact: ['owner', 'coordinator', 'unit'],
  onBehalfOf: ['owner', 'coordinator', 'unit'],
  rating: ['owner', 'coordinator', 'supervisor', 'unit'],
  whistle: ['coordinator', 'supervisor', 'unit', 'accused'],
  byLeader: ['coordinator', 'supervisor', 'unit'],
  followUp: ['coordinator', 'supervisor'],
  supervisions: ['coordinator', 'supervisor', 'unit'],
  step: ['coordinator', 'supervisor', 'unit'],
  climbs: ['coordinator', 'supervisor', 'unit'],
  mark: ['coordinator'],
  questions: ['owner', 'coordinator'],
  unanswered: ['owner', 'coordinator'],
  parent: ['owner', 'coordinator'],
  followers: ['coordinator'],
  accused: ['owner', 'coordinator'],
  declineProposal: ['coordinator'],
  masked: ['coordinator', 'unit'],
  unmaskedUntil: ['coordinator', 'unit'],
  relapseOf: ['owner', 'coordinator'],
  relapsedBy: ['owner', 'coordinator'],
  whistleAsked: ['coordinator'],
  askable: ['coordinator', 'unit'],
  limit: ['coordinator', 'unit'],
  excluded: ['coordinator', 'unit'],
  suggested: ['coordinator'],
};

/** 被投诉的单位只看得到这些：不见是谁、在哪里、怎么说的（条例第八条、第三十五条）. */
const accusedSees: readonly (keyof View)[] = [
  ...(['id', 'number', 'status', 'relation', 'ball', 'submittedAt', 'round', 'missed', 'identity'] as const),
  ...(['text', 'photos', 'matter', 'tier', 'units', 'whistle', 'following', 'urges'] as const),
];

/** 隐名的，承办单位不见身份，街道经两人同意才见；匿名的，谁也不见（条例第八条、第三十五条）. */
const shows: Readonly<Record<Appeal['identity'], readonly Relation[]>> = {
  open: ['owner', 'coordinator', 'unit'],
  nameHidden: ['owner'],
  anonymous: ['owner'],
};

export function view(appeal: Appeal, context: Context): View | undefined {
  const relation = relationOf(appeal, context);
  if (relation === undefined) return undefined;
  const whole = project(appeal, relation, context);
  const hidden = (field: keyof View) =>
    relation === 'accused' ? !accusedSees.includes(field) : sees[field]?.includes(relation) === false;
  return Object.fromEntries(
    Object.entries(whole).filter(([field]) => !hidden(field as keyof View)),
  ) as unknown as View;
}

function project(appeal: Appeal, relation: Relation, context: Context): View {
  const { office } = context;
  const until = relation === 'accused' ? undefined : unmaskedUntil(appeal, context);
  const named = shows[appeal.identity].includes(relation) || until !== undefined;
  return {
    id: appeal.id,
    number: appeal.number,
    status: appeal.status,
    relation,
    ball: ballOf(appeal, relation, context),
    submittedAt: appeal.submittedAt,
    round: appeal.round,
    missed: appeal.missed.filter(({ clock }) => isOffices(clock)),
    identity: appeal.identity,
    text: textFor(appeal, relation),
    photos: photosFor(appeal, relation),
    recordings: heardBy(appeal, relation, { actor: context.actor, named }),
    transcript: transcriptFor(appeal, relation),
    place: appeal.place,
    matter: matterFor(appeal, office),
    kind: appeal.kind,
    tier: appeal.tier,
    units: appeal.tasks.map(({ task, unit, role, status }) => ({
      task,
      unit,
      role,
      status,
      zh: unitName(office, unit),
    })),
    whistle: appeal.whistle,
    whistleAsked: appeal.whistleAsked,
    contact: named ? appeal.contact : undefined,
    onBehalfOf: named ? appeal.onBehalfOf : undefined,
    reply: replyFor(appeal, relation),
    rating: appeal.rating,
    end: ending(appeal, relation),
    byLeader: appeal.byLeader,
    followUp: appeal.followUp,
    supervisions: appeal.supervisions,
    step: stepOf(appeal),
    climbs: appeal.climbs,
    mark: markFor(appeal),
    questions: appeal.status === 'needsInfo' ? appeal.questions : undefined,
    unanswered: appeal.unanswered,
    parent: appeal.parent && { id: appeal.parent.id, number: appeal.parent.number },
    following: appeal.followers.length,
    follows: appeal.follows,
    followers: appeal.followers.map(({ id, number }) => ({ id, number })),
    urges: appeal.urges,
    accused: appeal.accused ? { id: appeal.accused, zh: unitName(office, appeal.accused) } : undefined,
    declineProposal: proposed(appeal),
    masked: appeal.identity === 'nameHidden' && !named ? true : undefined,
    unmaskedUntil: until,
    relapseOf: appeal.relapseOf,
    relapsedBy: appeal.relapsedBy,
    askable: offeredOf(appeal, context),
    limit: limitTerm(appeal),
    excluded: appeal.excluded,
    hold: holdOf(appeal, relation),
    suggested: suggested(appeal, office),
  };
}

/** Until when this person may see whose it is, `undefined` when he may not now. 匿名的没有可看的. */
function unmaskedUntil({ identity, unmasked }: Appeal, { now, actor }: Context): number | undefined {
  const granted = identity === 'nameHidden' ? unmasked.filter(({ person }) => person === actor.id) : [];
  return granted.find(({ until }) => now < until)?.until;
}

function proposed({ declineProposal }: Appeal): View['declineProposal'] {
  return declineProposal && { zh: endReason[declineProposal.branch].zh, words: declineProposal.words };
}

/** 答复审核通过之后才给居民看. */
function replyFor(appeal: Appeal, relation: Relation): Reply | undefined {
  const { reply } = appeal;
  if (isOutside(relation) && !isShown(appeal, replyIn(appeal))) return undefined;
  return isInner(relation) || reply?.passed ? reply : undefined;
}

function markFor(appeal: Appeal): View['mark'] {
  const { said, shown } = markOf(appeal);
  return said === 'pass' ? undefined : { zh: contentMark[said].zh, shown };
}

function matterFor({ matter }: Appeal, office: Office): View['matter'] {
  const known = matterOf(office, matter);
  return known && { id: known.id, zh: known.zh };
}

/** Who has no part in it reads the words where they were written, once they have passed the check. */
function ending({ end, check }: Appeal, relation: Relation): Ending | undefined {
  if (end === undefined) return undefined;
  const { reason, channel, at } = end;
  const words = check && isOutside(relation) ? undefined : end.words;
  const basis = end.basis ?? articles[reason as keyof typeof articles];
  if (!channel) return { zh: endReason[reason].zh, words, basis, at };
  const whom = { zh: channelWord[channel].zh, phone: channelPhone[channel] };
  return { zh: endReason[reason].zh, words, basis: transferArticle(channel), channel: whom, at };
}

function limitTerm(appeal: Appeal): Term | undefined {
  const limit = appeal.clocks[limitOf(appeal)];
  return limit && { amount: limit.amount, unit: limit.unit };
}

/** 异议成立时写的应办单位，派出以前有用. */
function suggested({ status, suggested: unit }: Appeal, office: Office): View['suggested'] {
  return status === 'accepted' && unit ? { id: unit, zh: unitName(office, unit) } : undefined;
}

function holdOf({ status, hold, check }: Appeal, relation: Relation): View['hold'] {
  if (status !== 'onHold' || !hold) return undefined;
  const words = check && isOutside(relation) ? undefined : hold.words;
  return { zh: holdReason[hold.reason].zh, words };
}
