import * as v from 'valibot';
import { id, phone, photos, place, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Actor, Context, Event, Role } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import type { Rules } from '../../office/office.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal, Identity, Place, Someone } from '../appeal.ts';
import { type Errands, type Lines, type Notices, toDesk } from '../chapter.ts';
import { unchecked } from '../checked.ts';
import { numberOf } from '../number.ts';
import { placed } from '../place.ts';
import { fewest, type Recording } from '../recording.ts';
import { residents } from '../who.ts';

/** 提交：居民自己提，或有人代他提（条例第八条、第十条）. */
export interface Submit {
  readonly type: 'submit';
  readonly text: string;
  readonly photos: readonly string[];
  /** 用说的: with one of these there need be no words. */
  readonly recordings?: readonly Recording[] | undefined;
  readonly place?: Place | undefined;
  readonly matter?: string | undefined;
  readonly identity: Identity;
  readonly contact?: Someone | undefined;
  readonly onBehalfOf?: (Someone & { readonly consent: string }) | undefined;
  /** A closed appeal of his whose trouble came back. */
  readonly relapseOf?: string | undefined;
}
export type Command = Submit;

export interface Submitted extends Omit<Submit, 'type'> {
  readonly type: 'submitted';
  readonly number: string;
  readonly collector?: string | undefined;
  readonly clock: Clock;
  /** The office found it itself. */
  readonly patrol?: true;
  /** Its content is to be checked before others may see it. */
  readonly unchecked?: true;
}
export type Fact = Submitted;

export const moves: MoveTable<Appeal, Command['type']> = {
  submit: {
    zh: '提交诉求',
    by: residents,
    from: ['new'],
    article: '条例第八条',
  },
};

export const someone = { name: v.optional(words('姓名', 30)), phone: v.optional(phone('电话')) };

const recordings = v.pipe(
  v.array(
    v.strictObject({ id: id('录音'), seconds: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    '录音不正确',
  ),
  v.maxLength(9, '录音太多'),
);

const submit = v.strictObject({
  type: v.literal('submit'),
  text: words('诉求内容', 2000, 0),
  photos,
  recordings: v.optional(recordings),
  place: v.optional(place),
  matter: v.optional(id('事项')),
  identity: v.picklist(['open', 'nameHidden', 'anonymous'], '请选择公开、隐名或匿名'),
  contact: v.optional(v.strictObject(someone)),
  onBehalfOf: v.optional(v.strictObject({ ...someone, consent: words('他/她怎么同意的', 100) })),
  relapseOf: v.optional(id('以前的诉求')),
});

const said = (text: string, recordings: readonly Recording[] = []) =>
  text.length >= fewest || recordings.length > 0;

export const inputs = [
  v.pipe(
    submit,
    v.forward(
      v.check(({ text, recordings }) => said(text, recordings), `诉求内容至少 ${fewest} 字，也可以用说的`),
      ['text'],
    ),
  ),
] as const;

/** Its tasks and whistles are named after it, and all their names must stay sendable. */
const longestId = 64;

export function submitted(command: Submit, { id, now, actor, office }: Context): Fact {
  must(id.length <= longestId, 'bad-id', '编号不正确，请刷新后重试');
  mustBeShort(command.recordings ?? [], office.rules.recording);
  const anonymous = command.identity === 'anonymous';
  return {
    ...command,
    type: 'submitted',
    place: placed(command.place, office),
    contact: anonymous ? undefined : command.contact,
    onBehalfOf: anonymous ? nameless(command.onBehalfOf) : command.onBehalfOf,
    number: numberOf(id, now, office.code),
    collector: command.onBehalfOf && actor.id,
    clock: startClock(now, office.rules.accept, office.calendar),
    ...(office.rules.checks && { unchecked: true }),
  };
}

function mustBeShort(recordings: readonly Recording[], { longest, most }: Rules['recording']): void {
  must(recordings.length <= most, 'many-recordings', `最多 ${most} 段录音，请删去几段`);
  const short = recordings.every(({ seconds }) => seconds <= longest);
  must(short, 'long-recording', `一段录音最长 ${longest} 秒，请分几段录`);
}

/** 匿名的，连代谁办的也不留姓名电话. */
function nameless(someone: Submit['onBehalfOf']): Submit['onBehalfOf'] {
  return someone && { consent: someone.consent };
}

export function born({ stream, at, by, fact }: Event<Fact>): Appeal {
  return {
    id: stream,
    number: fact.number,
    status: 'submitted',
    owner: by.id,
    collector: fact.collector,
    onBehalfOf: fact.onBehalfOf,
    identity: fact.identity,
    contact: fact.contact ?? {},
    text: fact.text,
    photos: fact.photos,
    ...(fact.recordings?.length && { recordings: fact.recordings }),
    place: fact.place,
    matter: fact.matter,
    ...((fact.patrol || isPatrol(by, fact)) && { patrol: true }),
    submittedAt: at,
    clocks: { accept: fact.clock },
    missed: [],
    tasks: [],
    round: 0,
    hands: [],
    supervisions: [],
    step: 'street',
    climbs: [],
    onAgenda: false,
    ...(fact.unchecked && { check: unchecked }),
    relapseOf: fact.relapseOf,
    followers: [],
    urges: 0,
    recused: [],
    unmasked: [],
  };
}

/** 网格里的人自己报的，不是替谁报的. */
function isPatrol({ roles }: Actor, { onBehalfOf }: Fact): boolean {
  const grid: readonly Role[] = ['householdLead', 'gridWorker', 'gridChief', 'communityClerk'];
  return onBehalfOf === undefined && roles.some((role) => grid.includes(role));
}

export const errands: Errands<Fact> = {
  submitted({ id: appeal, owner }, { fact: { relapseOf } }) {
    const command = { type: 'relapse', appeal, owner };
    return relapseOf ? [{ process: 'appeal', id: relapseOf, command, together: 'must' }] : [];
  },
};

export const notices: Notices<Fact> = { submitted: toDesk };

export const line: Lines<Fact> = {
  submitted: ({ appeal }) => ({ zh: appeal.collector ? '代居民提交诉求' : '提交诉求' }),
};
