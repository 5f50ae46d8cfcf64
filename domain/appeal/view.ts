import type { Ball } from '../kernel/ball.ts';
import type { Mark } from '../kernel/deadlines.ts';
import type { Context } from '../kernel/process.ts';
import { type Office, unitName } from '../office/office.ts';
import type { Appeal, Place, Rating, Relation, Reply, Someone, TaskRef } from './appeal.ts';
import { articles } from './articles.ts';
import { ballOf } from './ball.ts';
import { photosFor, verdictOf } from './chapters/checking.ts';
import { contentMark, endReason } from './words.ts';

export interface Ending {
  readonly zh: string;
  readonly words?: string | undefined;
  readonly basis?: string | undefined;
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
  readonly place?: Place | undefined;
  readonly matter?: { readonly id: string; readonly zh: string } | undefined;
  readonly kind?: Appeal['kind'];
  readonly tier?: Appeal['tier'];
  readonly units: readonly (Pick<TaskRef, 'task' | 'unit' | 'role' | 'status'> & { readonly zh: string })[];
  readonly whistle?: string | undefined;
  readonly contact?: Someone | undefined;
  readonly onBehalfOf?: Someone | undefined;
  readonly reply?: Reply | undefined;
  readonly rating?: Rating | undefined;
  readonly end?: Ending | undefined;
  /** What the content check says, where one is made and has found something. */
  readonly mark?: { readonly zh: string; readonly shown?: boolean | undefined } | undefined;
}

/** Fields that not everybody who sees the appeal sees. All the others are seen by all four. */
const sees: Readonly<Partial<Record<keyof View, readonly Relation[]>>> = {
  contact: ['owner', 'coordinator', 'unit'],
  onBehalfOf: ['owner', 'coordinator', 'unit'],
  rating: ['owner', 'coordinator', 'unit'],
  whistle: ['coordinator', 'unit'],
  mark: ['coordinator'],
};

/** 隐名的，承办单位不见身份；匿名的，谁也不见（条例第八条、第三十五条）. */
const shows: Readonly<Record<Appeal['identity'], readonly Relation[]>> = {
  open: ['owner', 'coordinator', 'unit'],
  nameHidden: ['owner', 'coordinator'],
  anonymous: ['owner'],
};

export function relationOf(appeal: Appeal, { actor }: Context): Relation | undefined {
  if (actor.id === appeal.owner) return 'owner';
  if (actor.roles.includes('coordinator') || actor.roles.includes('streetLeader')) return 'coordinator';
  if (appeal.tasks.some((task) => task.unit === actor.unit && task.status !== 'released')) return 'unit';
  if (appeal.place?.grid && actor.grids?.includes(appeal.place.grid)) return 'grid';
  return undefined;
}

export function view(appeal: Appeal, context: Context): View | undefined {
  const relation = relationOf(appeal, context);
  if (relation === undefined) return undefined;
  const whole = project(appeal, relation, context);
  const hidden = (field: keyof View) => sees[field]?.includes(relation) === false;
  return Object.fromEntries(
    Object.entries(whole).filter(([field]) => !hidden(field as keyof View)),
  ) as unknown as View;
}

function project(appeal: Appeal, relation: Relation, context: Context): View {
  const { office } = context;
  const named = shows[appeal.identity].includes(relation);
  return {
    id: appeal.id,
    number: appeal.number,
    status: appeal.status,
    relation,
    ball: ballOf(appeal, relation, context),
    submittedAt: appeal.submittedAt,
    round: appeal.round,
    missed: appeal.missed,
    identity: appeal.identity,
    text: appeal.text,
    photos: photosFor(appeal, relation),
    place: appeal.place,
    matter: matterOf(appeal, office),
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
    contact: named ? appeal.contact : undefined,
    onBehalfOf: named ? appeal.onBehalfOf : undefined,
    reply: replyFor(appeal, relation),
    rating: appeal.rating,
    end: ending(appeal),
    mark: markOf(appeal),
  };
}

/** 答复审核通过之后才给居民看. */
function replyFor({ reply }: Appeal, relation: Relation): Reply | undefined {
  return relation === 'coordinator' || relation === 'unit' || reply?.passed ? reply : undefined;
}

function markOf(appeal: Appeal): View['mark'] {
  const verdict = verdictOf(appeal);
  return verdict === 'pass' ? undefined : { zh: contentMark[verdict].zh, shown: appeal.check?.shown };
}

function matterOf({ matter }: Appeal, office: Office): View['matter'] {
  const known = office.matters.find((each) => each.id === matter);
  return known && { id: known.id, zh: known.zh };
}

function ending({ end }: Appeal): Ending | undefined {
  if (end === undefined) return undefined;
  const basis = end.reason in articles ? articles[end.reason as keyof typeof articles] : undefined;
  return { zh: endReason[end.reason].zh, words: end.words, basis, at: end.at };
}
