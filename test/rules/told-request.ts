import type { Actor } from '../../domain/kernel/process.ts';
import { objection } from '../../domain/objection/index.ts';
import type { Command as ObjectionCommand } from '../../domain/objection/objection.ts';
import { request } from '../../domain/request/index.ts';
import type { Plea, Command as RequestCommand } from '../../domain/request/request.ts';
import { colleague, coordinator, housing, housingLeader, leader } from '../support/office.ts';
import { stories } from '../support/story.ts';
import { brief } from './told.ts';

/** What had happened before to a request and to an objection, step by step up to each of their states. */
export type Did<Command> = string | readonly [Actor, Command];

/** Somebody's errand: the person, acting through another process. */
export const through = ({ id, unit }: Actor): Actor => ({ id, roles: ['system'], ...(unit && { unit }) });

export const requestAfter = stories(request, 'appeal-0001-r5');

export const pleas = {
  hold: { kind: 'hold', reason: 'season', words: '开春回暖后铺设防水层', days: 30 },
  extend: { kind: 'extend', amount: 3, unit: 'days', words: '防水材料四天后到货' },
  extendAgain: { kind: 'extendAgain', amount: 2, unit: 'days', words: '连续降雨不能施工' },
  terminate: { kind: 'terminate', basis: '条例第十一条第（五）项', words: '属于住户之间的合同纠纷' },
  exclude: { kind: 'exclude', measures: ['satisfaction'], words: '诉求超出法律规定' },
  unmask: { kind: 'unmask', words: '需要上门核实房屋产权人' },
} as const satisfies Readonly<Record<Plea['kind'], Plea>>;

export const raise = (kind: Plea['kind']) => ({ type: 'raise', plea: pleas[kind], brief }) as const;
export const endorse = { type: 'endorse', words: '情况属实，同意上报' } as const;
export const grant = { type: 'grant', words: '同意' } as const;
export const refuse = { type: 'refuse', words: '材料市场有现货，不同意' } as const;
export const takeBack = { type: 'takeBack', words: '材料已经到货' } as const;

/** 两道手续的：挂账、再次延期. */
const signedTwice = (kind: 'hold' | 'extendAgain') => {
  const raised: readonly Did<RequestCommand>[] = [[through(housing), raise(kind)]];
  const endorsed: readonly Did<RequestCommand>[] = [...raised, [coordinator, endorse]];
  return {
    new: [],
    ...{ raised, endorsed },
    granted: [...endorsed, [leader, grant]],
    refused: [...raised, [coordinator, refuse]],
    expired: [...raised, '2026-03-10 18:00'],
    takenBack: [...raised, [housing, takeBack]],
  } satisfies Record<string, readonly Did<RequestCommand>[]>;
};

/** 一道手续的：延期、终止办理、剔除、解密. */
const signedOnce = (kind: 'extend' | 'terminate' | 'exclude' | 'unmask', asker = housing) => {
  const raised: readonly Did<RequestCommand>[] = [[through(asker), raise(kind)]];
  return {
    new: [],
    raised,
    granted: [...raised, [colleague, grant]],
    refused: [...raised, [colleague, refuse]],
    expired: [...raised, '2026-03-16 18:00'],
    takenBack: [...raised, [asker, takeBack]],
  } satisfies Record<string, readonly Did<RequestCommand>[]>;
};

export const requests = {
  hold: signedTwice('hold'),
  extend: signedOnce('extend'),
  extendAgain: signedTwice('extendAgain'),
  terminate: signedOnce('terminate'),
  unmask: signedOnce('unmask'),
  exclude: signedOnce('exclude', coordinator),
};

export const objectionAfter = stories(objection, 'appeal-0001-o-housing');

export const raiseObjection = {
  type: 'raise',
  task: 'appeal-0001-d3-housing',
  unit: 'housing',
  duty: '住建局职责清单第 12 项：只管公房，不管供水管道',
  owner: 'water',
  brief,
} as const;
export const uphold = { type: 'uphold', words: '漏的是供水立管，归供水公司' } as const;
export const overrule = { type: 'overrule', words: '屋面防水归住建局' } as const;

const raised: readonly Did<ObjectionCommand>[] = [[through(housingLeader), raiseObjection]];

export const objections = {
  new: [],
  raised,
  upheld: [...raised, [coordinator, uphold]],
  overruled: [...raised, [coordinator, overrule]],
  expired: [...raised, '2026-03-09 17:00'],
} satisfies Record<string, readonly Did<ObjectionCommand>[]>;
