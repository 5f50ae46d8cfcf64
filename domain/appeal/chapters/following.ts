import * as v from 'valibot';
import { id } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context, Event } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { matterOf, type Office } from '../../office/office.ts';
import type { Appeal, Identity, Someone } from '../appeal.ts';
import type { Decisions, Errands, Lines } from '../chapter.ts';
import { residents } from '../who.ts';
import type { Adopted } from './merging.ts';
import { born, type Submitted, someone, submitted } from './submitting.ts';

/**
 * 关注：同一件事已经有人反映了，不用再写，跟着一起办（条例第十一条第（三）项）. It is an appeal of its own — its number,
 * its answer, its rating — that is merged when it is born, and says nothing but which matter and which grid.
 */
interface Follow {
  readonly type: 'follow';
  readonly into: string;
  /** The matter and the grid as they were shown to whoever follows: all he knows of it. */
  readonly matter: string;
  readonly grid: string;
  readonly identity: Identity;
  readonly contact?: Someone | undefined;
}
export interface Admit extends Pick<Follow, 'matter' | 'grid'> {
  readonly type: 'admit';
  readonly follower: string;
  readonly number: string;
  readonly owner: string;
}
export type Command = Follow | Admit;

interface Followed extends Omit<Submitted, 'type'> {
  readonly type: 'followed';
  readonly into: string;
}
export type Fact = Followed;

/** 受理了、还没有答复的，才能关注. */
const underWay = ['accepted', 'consulting', 'dispatched', 'inProgress', 'replied', 'reworking', 'onHold'];

/**
 * 别人可以知道有这件事、可以跟着关注的：目录里标了“同一处多人会遇到”的；不是投诉、举报，没有被投诉的单位；不是隐名、匿名的，
 * 免得从有没有这一件看出是谁；知道在哪个网格的（条例第八条、第三十五条）.
 */
export function mayBeFollowed(appeal: Appeal, office: Office): boolean {
  const { kind, accused, identity, place, status } = appeal;
  const shared = matterOf(office, appeal.matter)?.shared === true;
  const quiet = kind === undefined || kind === 'complain' || kind === 'report' || accused !== undefined;
  return shared && !quiet && identity === 'open' && place?.grid !== undefined && underWay.includes(status);
}

export const moves: MoveTable<Appeal, Command['type']> = {
  follow: { zh: '关注', by: residents, from: ['new'], article: '条例第十一条第（三）项' },
  admit: { zh: '一起关注', by: ['system'], from: underWay, article: '条例第十一条第（三）项' },
};

export const inputs = [
  v.strictObject({
    type: v.literal('follow'),
    into: id('关注的诉求'),
    matter: id('事项'),
    grid: id('网格'),
    identity: v.picklist(['open', 'nameHidden', 'anonymous'], '请选择公开、隐名或匿名'),
    contact: v.optional(v.strictObject(someone)),
  }),
] as const;

export function followed({ into, matter, grid, identity, contact }: Follow, context: Context): Followed {
  const text = `${zhOf(context.office, grid, matter)}，和别人反映的是同一件事`;
  const { unchecked: _, ...fact } = submitted(
    { type: 'submit', text, photos: [], place: { grid }, matter, identity, contact },
    context,
  );
  return { ...fact, type: 'followed', into };
}

function zhOf(office: Office, grid: string, matter: string): string {
  const place = office.grids.find(({ id }) => id === grid)?.zh ?? '';
  return `${place}「${matterOf(office, matter)?.zh ?? ''}」`;
}

/** 跟着别人的，不算自己巡查发现的. */
export function bornFollowing({ fact: { into, ...fact }, ...event }: Event<Followed>): Appeal {
  const { patrol: _, ...appeal } = born({ ...event, fact: { ...fact, type: 'submitted' } });
  return { ...appeal, status: 'merged', follows: true, parent: { id: into, asOf: 0 } };
}

/** What cannot be followed is refused in the words in which what is not there is refused. */
export const decide: Decisions<Admit, Adopted> = {
  admit(appeal, { follower, number, owner, matter, grid }, { office }) {
    const shown = appeal.matter === matter && appeal.place?.grid === grid;
    must(
      shown && mayBeFollowed(appeal, office),
      'not-now',
      '现在不能“一起关注”，请刷新后再看',
      moves.admit.article,
    );
    const already = appeal.owner === owner || appeal.followers.some((each) => each.owner === owner);
    must(!already, 'already-following', '您已经反映或关注过这件事了，在“我的诉求”里看进展');
    return [{ type: 'adopted', follower, number, owner }];
  },
};

export const errands: Errands<Fact> = {
  followed: ({ id: follower, number, owner }, { fact: { into, matter, place } }) => {
    const command = { type: 'admit', follower, number, owner, matter, grid: place?.grid };
    return [{ process: 'appeal', id: into, command, together: 'must' }];
  },
};

export const line: Lines<Fact> = { followed: () => ({ zh: '关注，与同一件事的诉求一起办理' }) };
