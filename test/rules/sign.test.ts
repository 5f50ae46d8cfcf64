import { appeal } from '../../domain/appeal/index.ts';
import { sign } from '../../domain/sign/index.ts';
import { type Command, signId } from '../../domain/sign/sign.ts';
import {
  colleague,
  coordinator,
  gridWorker,
  housing,
  leader,
  office,
  resident,
  secretary,
  supervisor,
  system,
} from '../support/office.ts';
import { at, monday, stories } from '../support/story.ts';
import { World } from '../support/world.ts';

const about = { grid: 'grid-1', matter: 'leak' };
const given = stories(sign, signId(about));
const numbered = (...numbers: readonly number[]) => numbers.map((n) => ({ id: `a${n}`, number: `LH-${n}` }));
const words = '请住建局会同一号网格的网格员，三日内到现场巡查“屋顶漏水”：近七天 3 人反映 3 件。';
type Patrol = Extract<Command, { type: 'patrol' }>;
const patrol = (part: Partial<Patrol> = {}): Patrol => {
  return { type: 'patrol', ...about, appeals: numbered(1, 2, 3), into: 'patrol-a1', words, ...part };
};
const table: Command = {
  ...patrol(),
  type: 'table',
  into: 'table-a1',
  words: '一号网格“屋顶漏水”：近七天 3 件。',
};
const dismiss: Command = { type: 'dismiss', ...about, appeals: numbered(1, 2, 3), words: '同一栋楼已在维修' };

describe('苗头：派单巡查、提周例会、不作处理（条例第二十四条、第二十五条）', () => {
  test('专班可以，别人都不可以', () => {
    given().offers(coordinator, 'patrol', 'table', 'dismiss');
    for (const other of [resident, gridWorker, housing, leader, secretary, supervisor]) given().offers(other);
  });

  test('派单巡查：派给目录里主办这个事项的单位', () => {
    given()
      .when(coordinator, patrol())
      .gives({ ...patrol(), type: 'patrolled', units: [{ unit: 'housing', role: 'lead' }] });
  });

  test('一个苗头只处理一次：第二个人再点，告诉他有人处理过了', () => {
    for (const first of [patrol(), table, dismiss])
      for (const second of [patrol(), table, dismiss])
        given([coordinator, first]).when(colleague, second).refuses('already-handled');
  });

  test('又多起来的，可以再处理', () => {
    const story = given([coordinator, dismiss]);
    story
      .when(colleague, patrol({ appeals: numbered(3, 4, 5) }))
      .gives(expect.objectContaining({ type: 'patrolled' }));
    const twice = given([coordinator, dismiss], [colleague, patrol({ appeals: numbered(3, 4, 5) })]);
    twice.when(coordinator, { ...dismiss, appeals: numbered(1, 2, 4) }).refuses('already-handled');
  });

  test('编号、网格、事项都要对得上', () => {
    stories(sign, 'sign-grid-2-leak')().when(coordinator, patrol()).refuses('bad-id');
    const other = (part: { grid?: string; matter?: string }) =>
      stories(sign, signId({ ...about, ...part }))().when(coordinator, patrol(part));
    other({ grid: 'moon' }).refuses('unknown-area');
    other({ matter: 'nothing' }).refuses('unknown-matter');
  });

  test('目录里的主办不在名册上的，只能提周例会', () => {
    const matters = office.matters.map((row) => ({ ...row, lead: 'discipline' }));
    const context = {
      id: signId(about),
      now: at(monday),
      actor: coordinator,
      office: { ...office, matters },
    };
    const decide = (command: Command) => () => sign.decide(undefined, command, context);
    expect(decide(patrol())).toThrow(expect.objectContaining({ code: 'nobody-leads' }));
    expect(decide(table)).not.toThrow();
  });

  test('处理了什么、为什么，街道看得到，别人不知道', () => {
    const story = given([coordinator, dismiss]);
    expect(story.seenBy(leader)).toMatchObject({ status: 'dismissed', zh: '一号网格 · 屋顶漏水' });
    expect(story.readBy(leader)).toMatchObject([{ zh: '不作处理', words: '同一栋楼已在维修' }]);
    for (const other of [resident, gridWorker, housing]) expect(story.seenBy(other)).toBeUndefined();
  });
});

describe('处理了，当场就有下文', () => {
  const id = signId(about);

  test('派单巡查：立一件未诉先办的诉求，已受理，已派单，附着依据的编号，没有谁的姓名电话', () => {
    const world = new World();
    expect(world.send(coordinator, 'sign', id, patrol())).toBeUndefined();
    const { state } = world.stream('appeal', 'patrol-a1') ?? {};
    expect(state).toMatchObject({
      status: 'dispatched',
      patrol: true,
      kind: 'help',
      tier: 'T3',
      matter: 'leak',
      place: { grid: 'grid-1', address: '一号网格' },
      contact: {},
      owner: coordinator.id,
      tasks: [{ unit: 'housing', role: 'lead' }],
      text: `${words}\n依据：LH-1、LH-2、LH-3`,
    });
    const task = world.streams.find(({ process }) => process === 'task');
    expect(task?.state).toMatchObject({ unit: 'housing', status: 'pending', brief: { appeal: 'patrol-a1' } });
    expect(world.notices.filter(({ to }) => 'unit' in to)).toMatchObject([{ to: { unit: 'housing' } }]);
  });

  test('采办分离：谁点的巡查，谁就不审核；别的专班审核', () => {
    const { review } = appeal.moves;
    const world = new World();
    world.send(coordinator, 'sign', id, patrol());
    const state = world.stream('appeal', 'patrol-a1')?.state as never;
    expect([review.whose?.(state, coordinator), review.whose?.(state, colleague)]).toEqual([false, true]);
  });

  test('提周例会：议题上有说明和依据的编号', () => {
    const world = new World();
    world.send(coordinator, 'sign', id, table);
    expect(world.stream('topic', 'table-a1')?.state).toMatchObject({
      status: 'open',
      agenda: 'weekly',
      title: '一号网格“屋顶漏水”',
      hops: [{ words: '一号网格“屋顶漏水”：近七天 3 件。\n依据：LH-1、LH-2、LH-3' }],
    });
  });

  test('不作处理：只记下理由，什么也不派', () => {
    const world = new World();
    world.send(coordinator, 'sign', id, dismiss);
    expect(world.streams.map(({ process }) => process)).toEqual(['sign']);
  });

  test('立不了案的，苗头也不算处理过', () => {
    const world = new World();
    const stairs = { grid: 'grid-1', matter: 'nobody' };
    expect(world.send(coordinator, 'sign', signId(stairs), patrol(stairs))?.code).toBe('unknown-matter');
    const submit = { type: 'submit', text: '屋顶漏水了', photos: [], identity: 'open' };
    world.send(resident, 'appeal', 'patrol-a1', submit as never);
    expect(world.send(coordinator, 'sign', id, patrol())?.code).toBe('not-now');
    expect(world.stream('sign', id)).toBeUndefined();
  });

  test('巡查立案只从苗头来，人不能直接发', () => {
    for (const actor of [coordinator, gridWorker, resident])
      expect(appeal.moves.patrol.by.some((role) => actor.roles.includes(role))).toBe(false);
    expect(appeal.moves.patrol.by).toEqual(system.roles);
  });
});
