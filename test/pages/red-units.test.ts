import type { RedUnit, WhistleView } from '../../domain/client.ts';
import { redShown, toldOf } from '../../miniprogram/coordinator/components/red-units/red-shown.ts';
import { formOf } from '../../miniprogram/coordinator/lib/forms.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { commandOf, keyOf } from '../../miniprogram/lib/form.ts';
import { pickUpPhone } from '../support/phone.ts';

const hour = 3_600_000;
/** 2026-11-20 17:00 in Beijing. */
const now = Date.UTC(2026, 10, 20, 9);

beforeEach(() => {
  pickUpPhone();
});

type Unit = WhistleView['units'][number];

function whistle(id: string, status: Unit['status'], part: Partial<WhistleView> = {}): WhistleView {
  const unit = {
    unit: 'housing',
    zh: '住建局',
    role: 'lead',
    need: '',
    task: `${id}-h`,
    status,
    asOf: 1,
  } as const;
  return {
    ...{ id, status: 'mustering', subject: `${id} 的事由`, escalations: [] },
    units: [{ ...unit, late: ['red'] }],
    ...part,
  } as unknown as WhistleView;
}

const red = (id: string, at: number) => ({ task: `${id}-h`, whistle: id, at });

const housing: RedUnit = {
  view: {
    ...{ id: 'housing', zh: '住建局', status: 'named', count: 2 },
    sentence: '住建局 30 天内 2 次报到亮红灯',
    reds: [red('w2', now - hour), red('w1', now - 48 * hour)],
  },
  whistles: [
    { view: whistle('w2', 'pending'), moves: ['escalate', 'cancel'] },
    { view: whistle('w1', 'handling', { status: 'working' }), moves: ['escalate'] },
  ],
};

describe('一再亮红灯的单位', () => {
  const shown = (unit: RedUnit, ...roles: Parameters<typeof redShown>[1]) =>
    redShown(unit, roles, now, copyOf('reds'));

  test('几次、哪几哨、什么时候亮的；还没有到的可以报区督查，到了的不用', () => {
    const { sentence, whistles } = shown(housing, 'coordinator');
    expect(sentence).toBe('住建局 30 天内 2 次报到亮红灯');
    expect(whistles).toEqual([
      { id: 'w2', subject: 'w2 的事由', when: '11月20日 16:00 红灯 · 报到中', escalate: '报区督查' },
      { id: 'w1', subject: 'w1 的事由', when: '11月18日 17:00 红灯 · 联办中', escalate: '' },
    ]);
  });

  test('报过的不再报；这个人不能报的，不给他报', () => {
    const told = [{ unit: 'housing', because: 'red', words: '催过', at: now }] as const;
    const once = { view: whistle('w2', 'pending', { escalations: told }), moves: ['escalate'] };
    const theirs = { view: whistle('w2', 'pending'), moves: [] };
    for (const each of [once, theirs])
      expect(shown({ ...housing, whistles: [each] }, 'coordinator').whistles[0]?.escalate).toBe('');
  });

  test('报区督查：写明是哪一个单位，各单位的草稿不混在一起', () => {
    const form = formOf(
      { process: 'whistle', id: 'w2', type: 'escalate' },
      { matters: [] },
      copyOf('deskForms'),
    );
    if (!form) throw new Error('escalate');
    const [one, other] = [toldOf(form, 'housing', '住建局'), toldOf(form, 'water', '供水公司')];
    expect(one.title).toBe('报区督查 · 住建局');
    expect(keyOf(one)).not.toBe(keyOf(other));
    expect(commandOf(one, { ...one.first, words: '催过三次' })).toEqual({
      ...{ type: 'escalate', unit: 'housing', because: 'red', words: '催过三次' },
    });
  });

  test.each([
    ['coordinator', '提周例会'],
    ['streetLeader', '提周例会'],
    ['secretary', '提周例会'],
    ['supervisor', ''],
  ] as const)('%s：提周例会 %j', (role, raise) => {
    expect(shown(housing, role).raise).toBe(raise);
  });
});
