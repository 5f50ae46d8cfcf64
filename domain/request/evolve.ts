import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Fact, Request } from './request.ts';

export function evolve(request: Request | undefined, event: Event<Fact | Missed>): Request {
  const { stream, at, fact } = event;
  if (fact.type === 'raised') {
    const { plea, brief, asker, task, decide } = fact;
    return {
      id: stream,
      status: 'raised',
      ...{ plea, brief, asker },
      ...(task && { task }),
      raisedAt: at,
      clocks: { decide },
      missed: [],
    };
  }
  if (request === undefined) throw new Refusal('not-found', '没有找到这件申请');
  return { ...request, ...change(request, { ...event, fact }) };
}

type Later = Exclude<Fact, { type: 'raised' }> | Missed;

function change(request: Request, { at, by, fact }: Event<Later>): Partial<Request> {
  switch (fact.type) {
    case 'endorsed':
      return {
        status: 'endorsed',
        endorsed: { by: by.id, words: fact.words, at },
        clocks: { decide: fact.decide },
      };
    case 'granted':
    case 'refused':
    case 'takenBack':
      return { status: fact.type, decided: { by: by.id, words: fact.words, at } };
    case 'missed':
      return {
        status: 'expired',
        missed: [...request.missed, { clock: fact.clock, dueAt: fact.dueAt }],
        decided: { by: by.id, at },
      };
  }
}
