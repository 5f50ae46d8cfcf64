import * as v from 'valibot';
import { id } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import type { Kind, Tier } from '../../office/office.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal } from '../appeal.ts';
import { type Decisions, type Lines, type Memory, type Notices, toOwner } from '../chapter.ts';

/** 受理：定类型、事项、办结时限（条例第十条）. */
interface Accept {
  readonly type: 'accept';
  readonly kind: Kind;
  readonly tier: Tier;
  readonly matter: string;
}
export type Command = Accept;

interface Accepted extends Omit<Accept, 'type'> {
  readonly type: 'accepted';
  readonly dispatch: Clock;
  readonly finish: Clock;
}
export type Fact = Accepted;

export const moves: MoveTable<Appeal, Command['type']> = {
  accept: { zh: '受理', by: ['coordinator'], from: ['submitted'], article: '条例第十条' },
};

export const inputs = [
  v.strictObject({
    type: v.literal('accept'),
    kind: v.picklist(['consult', 'help', 'complain', 'report', 'suggest', 'praise'], '请选择诉求类型'),
    tier: v.picklist(['T1', 'T2', 'T3', 'T4'], '请选择办理时限'),
    matter: id('事项'),
  }),
] as const;

export const decide: Decisions<Command, Fact> = {
  accept(appeal, command, context) {
    const { now, office } = context;
    mustKnow(command.matter, context);
    return [
      {
        ...command,
        type: 'accepted',
        dispatch: startClock(now, office.rules.dispatch, office.calendar),
        finish: startClock(appeal.submittedAt, office.rules.finish[command.tier], office.calendar),
      },
    ];
  },
};

function mustKnow(id: string, { office }: Context): void {
  const known = office.matters.some((matter) => matter.id === id);
  must(known, 'unknown-matter', '派单目录里没有这个事项，请重新选择');
}

export const evolve: Memory<Fact> = {
  accepted({ clocks }, { fact: { kind, tier, matter, dispatch, finish } }) {
    return { status: 'accepted', kind, tier, matter, clocks: { ...clocks, dispatch, finish } };
  },
};

export const notices: Notices<Fact> = { accepted: toOwner };

export const line: Lines<Fact> = { accepted: () => ({ zh: '已受理' }) };
