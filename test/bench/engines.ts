import { furnish } from '../../local/host/office-store.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { measureSweep } from './clocks.ts';
import { type Engine, type EngineName, engines } from './engine.ts';
import { measureJobs } from './jobs.ts';
import { measureReads } from './reads.ts';

export interface Extent {
  /** How many appeals the offices have that are asked. */
  readonly appeals: readonly number[];
  /** How many clocks have run out when the sweep comes. */
  readonly clocks: number;
}

/** Everything about one engine, in one run. */
export async function* measured(name: EngineName, { appeals, clocks }: Extent): AsyncGenerator<object> {
  yield* on(name, measureJobs);
  yield* on(name, (engine) => measureSweep(engine, clocks));
  for await (const figures of measureReads(name, appeals)) yield { store: name, ...figures };
}

async function* on(
  name: EngineName,
  measure: (engine: Engine) => AsyncGenerator<object>,
): AsyncGenerator<object> {
  const engine = await engines[name]();
  try {
    await furnish(engine.store, demoOffice, demoPeople);
    for await (const figures of measure(engine)) yield { store: name, ...figures };
  } finally {
    await engine.close();
  }
}
