import { randomUUID } from 'node:crypto';
import type { StateDoc } from '../../cloudfunctions/commit.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { ask, send } from '../../local/journey/caller.ts';
import { demoPeople } from '../../local/office/people.ts';
import { median, rounded, timed } from './measure.ts';
import { openWorkshop, submission, type Workshop } from './workshop.ts';

const few = 1_000;
const many = 100_000;
const rounds = 200;
const coordinator = 'coordinator-pubu';
const resident = 'resident-zhuoma';
const owners = demoPeople.filter((person) => person.kind === 'resident').map((person) => person.id);

type Question = (workshop: Workshop, id: string) => Promise<unknown>;

const questions: Readonly<Record<string, Question>> = {
  'desk (list)': ({ cloud }) => ask(cloud, coordinator, 'desk', { desk: 'coordinator' }),
  'mine (list)': ({ cloud }) => ask(cloud, resident, 'mine', {}),
  'appeal (detail)': ({ cloud }, id) => ask(cloud, coordinator, 'appeal', { id }),
};

/** The same questions to an office with a thousand appeals and to one with a hundred thousand, in turns. */
export async function* reads(): AsyncGenerator<object> {
  const small = await openWorkshop();
  const large = await openWorkshop();
  const ids = [await fill(small, few), await fill(large, many)] as const;
  for (const [what, question] of Object.entries(questions)) {
    const [first, second]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const pick = (all: readonly string[]) => all[(round * 7919) % all.length] ?? '';
      first.push(await timed(() => question(small, pick(ids[0]))));
      second.push(await timed(() => question(large, pick(ids[1]))));
    }
    const [at1000, at100000] = [median(first), median(second)];
    yield {
      what,
      msAt1000: rounded(at1000),
      msAt100000: rounded(at100000),
      ratio: rounded(at100000 / at1000),
    };
  }
  await small.close();
  await large.close();
}

/** One appeal through the door, and then its documents again and again under other ids and owners. */
async function fill({ cloud, store }: Workshop, amount: number): Promise<string[]> {
  const model = randomUUID();
  await send(cloud, resident, { process: 'appeal', id: model, command: submission(0) });
  const state = await store.get<StateDoc>('appeal', model);
  const event = await store.get<Doc>('event', `appeal.${model}.1`);
  if (!state || !event) throw new Error('the model appeal was not stored');
  const ids = Array.from({ length: amount }, () => randomUUID());
  await Promise.all(
    ids.map((id, place) =>
      store.transact(async (tx) => {
        const owner = owners[place % owners.length] ?? resident;
        const at = Number(state.at) - place * 1000;
        const own = { ...state.state, id, owner };
        await tx.create('appeal', { ...state, _id: id, owner, at, sortAt: at + 7_200_000, state: own });
        await tx.create('event', { ...event, _id: `appeal.${id}.1`, stream: `appeal.${id}` });
      }),
    ),
  );
  return ids;
}
