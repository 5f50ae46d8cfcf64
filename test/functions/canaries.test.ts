import { queries } from '../../cloudfunctions/queries/index.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import type { Actor, Role } from '../../domain/kernel/process.ts';
import { registry } from '../../domain/registry.ts';
import { type Call, Desk } from '../support/desk.ts';
import { colleague, roster } from '../support/office.ts';
import { sayingOf } from '../support/sayings.ts';
import * as told from './told.ts';

/**
 * A hundred people who exist only to be recognised: whatever the door says to anybody is searched for what only
 * they could have said. Who may read what is written here by hand, from the rules, not from the code.
 */
const flock = 100;

type Identity = 'open' | 'nameHidden' | 'anonymous';

interface Canary {
  readonly actor: Actor;
  readonly appeal: string;
  readonly identity: Identity;
  readonly name: string;
  readonly phone: string;
  readonly text: string;
  readonly address: string;
  /** The id of what he said, and what was written down of it. */
  readonly voice: string;
  readonly transcript: string;
}

const identities: readonly Identity[] = ['open', 'nameHidden', 'anonymous'];
const canaries: readonly Canary[] = Array.from({ length: flock }, (_, place) => {
  const number = String(100 + place);
  return {
    actor: { id: `canary-${number}`, roles: ['resident'] },
    appeal: `appeal-c${number}`,
    identity: identities[place % 3] as Identity,
    name: `雀${number}名`,
    phone: `13800${number}777`,
    text: `雀${number}诉，门前路灯不亮`,
    address: `雀${number}巷`,
    voice: `voice-${number}`,
    transcript: `雀${number}听写`,
  };
});

const submitted = ({ actor, appeal, identity, name, phone, text, address, voice }: Canary): Call => [
  actor,
  'appeal',
  appeal,
  {
    ...{ type: 'submit', text, photos: [], identity, contact: { name, phone } },
    place: { address, grid: 'grid-1' },
    recordings: [{ id: voice, seconds: 5 }],
  },
];

/** The same story as `told`, about another appeal. */
const about = ({ actor, appeal }: Canary, story: readonly Call[]): Call[] =>
  story.map(([who, process, id, command]) => [
    who.id === told.asked[0].id ? actor : who,
    process,
    id.replace(told.appealId, appeal),
    { ...command, ...('photos' in command && { photos: [] }) },
  ]);

const stories: readonly (readonly Call[])[] = [
  [],
  told.untilDispatched.slice(1),
  told.untilWhistled.slice(1),
  told.untilReplied.slice(1),
  told.whistleAnswered.slice(1),
  [...told.untilAnswered.slice(1), told.rated],
  [...told.untilAnswered.slice(1), told.notSolved],
  [...told.untilDispatched.slice(1), told.withdrawn],
];

/** 卓玛的诉求之外：谁在办、谁在看. */
const units = ['housing', 'water'];
const street = ['coordinator', 'streetLeader'];
/** 看得到办得怎么样，看不到是谁. */
const watching = ['secretary', 'supervisor'];

/** 答复过的，回访员才看得到. */
const answered = new Set(
  canaries.filter((_, place) => [4, 5, 6].includes(place % stories.length)).map(({ appeal }) => appeal),
);

/** 听写过的；结束了的不能听写. */
const written = new Set(
  canaries
    .filter((_, place) => place % 5 < 2 && ![5, 7].includes(place % stories.length))
    .map(({ appeal }) => appeal),
);

const everyField = ['name', 'phone', 'text', 'address', 'voice', 'transcript'] as const;
type Field = (typeof everyField)[number];

/** 谁可以读到哪一样. */
function mayRead(viewer: Actor, canary: Canary, field: Field, given: boolean): boolean {
  if (viewer.id === canary.actor.id) return true;
  const personal = field === 'name' || field === 'phone' || field === 'voice';
  const writes = viewer.roles.includes('coordinator') && !written.has(canary.appeal);
  if (field === 'voice' && canary.identity !== 'open') return writes;
  if (personal && canary.identity === 'anonymous') return false;
  if (viewer.roles.some((role) => street.includes(role))) return true;
  if (viewer.roles.includes('followUpClerk')) return answered.has(canary.appeal);
  const handles =
    given &&
    units.includes(viewer.unit ?? '') &&
    viewer.roles.some((role) => role === 'handler' || role === 'unitLeader');
  if (handles) return !personal || canary.identity === 'open';
  if (viewer.roles.some((role) => watching.includes(role))) return !personal;
  const inGrid =
    ['gridWorker', 'gridChief'].some((role) => viewer.roles.includes(role as Role)) &&
    viewer.grids?.includes('grid-1') === true;
  return inGrid && !personal;
}

test('一百个只为被认出来的人：谁的姓名、电话、原话、地址、声音，只在规定的人那里读得到', async () => {
  const desk = await Desk.open();
  for (const [place, canary] of canaries.entries()) {
    const { actor: owner, voice, transcript: words } = canary;
    const file = { _id: voice, owner: owner.id, type: 'audio/mpeg', seconds: 5, at: 0 };
    await desk.store.transact((tx) => tx.put('file', file));
    const told: Call = [colleague, 'appeal', canary.appeal, { type: 'transcribe', words }];
    await desk.done(submitted(canary), ...about(canary, stories[place % stories.length] ?? []));
    if (written.has(canary.appeal)) await desk.done(told);
    if (place % 10 === 9) await desk.settle();
  }
  await desk.settle();

  const given = new Set(
    canaries.filter((_, place) => place % stories.length > 0).map(({ appeal }) => appeal),
  );
  const viewers = [...roster, ...canaries.slice(0, 3).map(({ actor }) => actor)];
  const leaks: string[] = [];
  const seen = new Set<string>();
  for (const viewer of viewers) {
    for await (const [question, answer] of everyAnswer(desk, viewer)) {
      for (const canary of canaries)
        for (const field of everyField) {
          if (!answer.includes(canary[field])) continue;
          seen.add(`${viewer.roles.at(-1)} ${field}`);
          if (!mayRead(viewer, canary, field, given.has(canary.appeal)))
            leaks.push(
              `${viewer.id} reads the ${field} of ${canary.appeal} (${canary.identity}) in ${question}`,
            );
        }
    }
  }
  expect(leaks).toEqual([]);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['coordinator phone', 'handler phone', 'gridWorker text'],
      ...['coordinator voice', 'handler voice', 'gridWorker transcript'],
    ]),
  );
  expect(JSON.stringify(desk.logged)).not.toMatch(/雀\d{3}|13800\d{3}777/);
  await desk.store.close();
}, 300_000);

/** Every question, about everything there is, page by page; and one command of each kind that cannot be. */
async function* everyAnswer(desk: Desk, viewer: Actor): AsyncGenerator<readonly [string, string]> {
  const ids = await idsOf(desk);
  for (const [name, { schema }] of Object.entries(queries)) {
    const about = ids[name] ?? ids.appeal ?? [];
    const known = (field: string) => (field === 'id' ? about : (ids[field] ?? []));
    const inputs = new Set<string>();
    for (let turn = 0; turn < Math.max(40, about.length); turn += 1) {
      let step = turn;
      const draw = (n: number) => {
        const drawn = step % n;
        step = Math.floor(step / n) + turn;
        return drawn;
      };
      const { after: _, ...input } = sayingOf(schema as never, name, draw, known) as { after?: unknown };
      inputs.add(JSON.stringify(input));
    }
    for (const input of inputs)
      yield [`${name} ${input}`, await pages(desk, viewer, name, JSON.parse(input))];
  }
  for (const [name, { moves }] of Object.entries(registry))
    for (const type of Object.keys(moves))
      for (const id of (ids[name] ?? []).slice(0, 3)) {
        const answer = await desk.send([viewer, name, id, { type, words: 7 }]);
        yield [`${name} ${type}`, JSON.stringify(answer)];
      }
}

async function idsOf(desk: Desk): Promise<Readonly<Record<string, string[]>>> {
  const names = Object.keys(registry);
  const all = await Promise.all(names.map(async (name) => (await desk.all<Doc>(name)).map(({ _id }) => _id)));
  return Object.fromEntries(names.map((name, place) => [name, all[place] ?? []]));
}

async function pages(desk: Desk, viewer: Actor, name: string, input: object): Promise<string> {
  let read = '';
  let after: unknown;
  do {
    const answer = await desk.ask(viewer, name, { ...input, ...(after ? { after } : {}) });
    read += JSON.stringify(answer);
    after = answer.ok ? (answer.value as { next?: unknown } | undefined)?.next : undefined;
  } while (after);
  return read;
}
