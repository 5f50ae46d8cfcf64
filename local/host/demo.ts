import * as v from 'valibot';
import { parse } from '../../cloudfunctions/bad-input.ts';
import type { Office } from '../../domain/office/office.ts';
import type { DemoPerson } from '../office/people.ts';
import type { MovableClock } from './clock.ts';
import type { Demo } from './server.ts';
import type { Tray } from './tray.ts';

export interface Stage {
  readonly office: Office;
  readonly people: readonly DemoPerson[];
  readonly clock: MovableClock;
  readonly tray: Tray;
  /** Called after the clock was moved, so that what is due by now is marked. */
  sweep(): Promise<unknown>;
  /** Puts everything back to the first start. */
  reset(): Promise<unknown>;
}

const aYear = 366 * 86_400_000;
const moved = v.strictObject({
  offset: v.pipe(v.number(), v.safeInteger(), v.minValue(-aYear), v.maxValue(aYear)),
});

/** What the demonstration page asks beside the door: who may be played, what time it is, begin anew. */
export function demoOf({ office, people, clock, tray, sweep, reset }: Stage): Demo {
  const time = () => ({ now: clock.now(), offset: clock.offset() });
  const calls: Readonly<Record<string, (body: unknown) => unknown>> = {
    'GET /demo/people': () => people.map(({ id, name, title, kind }) => ({ id, name, title, kind })),
    'GET /demo/clock': time,
    'POST /demo/clock': async (body) => {
      await clock.move(parse(moved, body).offset);
      await sweep();
      return time();
    },
    'POST /demo/reset': async () => {
      await reset();
      return time();
    },
    'GET /demo/map': () => mapOf(office),
    'GET /demo/tray': () => tray.all().map(({ openid, at, fields }) => ({ openid, at, fields })),
  };
  return async (method, path, body) => calls[`${method} ${path}`]?.(body);
}

function mapOf({ centre, grids }: Office) {
  const point = ({ lng, lat }: Office['centre']) => ({ longitude: lng, latitude: lat });
  return {
    center: point(centre),
    polygons: grids.map(({ zh, outline }) => ({ name: zh, points: outline.map(point) })),
  };
}

/** The person picker's login code: `demo:` and the id of somebody on the roster. */
export function pickerOf(people: readonly DemoPerson[]) {
  return async (code: string): Promise<string | undefined> => {
    const id = code.startsWith('demo:') ? code.slice('demo:'.length) : '';
    return people.some((person) => person.id === id) ? id : undefined;
  };
}
