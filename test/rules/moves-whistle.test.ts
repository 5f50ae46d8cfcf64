import { whistle } from '../../domain/whistle/index.ts';
import type { Command } from '../../domain/whistle/whistle.ts';
import { cells, holds } from '../support/duties.ts';
import { coordinator, gridChief, housing, leader, secretary } from '../support/office.ts';
import * as told from './told.ts';

/** The table of duties of a whistle, written by hand beside the one in the code. */
const rows = cells(`
                coordinator              leader               secretary            gridChief housing housingLeader water police system
new             blow                     blow                 blow                 blow      -       -             -     -      blow
pendingApproval cancel                   approve,return       approve,return       -         -       -             -     -      cancel
returned        -                        -                    -                    -         -       -             -     -      -
mustering       escalate,cancel          escalate             escalate             -         -       -             -     -      note,rebrief,cancel
working         escalate,cancel          escalate             escalate             -         -       -             -     -      note,rebrief,cancel
delivered       evaluate                 -                    -                    -         judge   judge         judge -      note,rebrief
evaluated       -                        -                    -                    -         judge   judge         judge -      note,rebrief
archived        -                        -                    -                    -         -       -             -     -      note,rebrief
cancelled       -                        -                    -                    -         -       -             -     -      note
`);

/** Those who never have a part in it: in no state, with no move. */
const others = ['resident', 'neighbour', 'gridWorker', 'followUpClerk', 'supervisor', 'shops'];
const idle: typeof rows = Object.keys(told.whistles).flatMap((state) =>
  others.map((who) => [state, who, []] as const),
);

const commands: readonly Command[] = [
  told.blow,
  told.light('housing', 'handling', 9)[1],
  told.evaluate,
  { type: 'approve' },
  { type: 'return', words: '先由社区办' },
  { type: 'confirm' },
  { type: 'escalate', unit: 'water', because: 'refused', words: '电话里说不来' },
  { type: 'judge', valid: true },
  { type: 'cancel', words: '已解决' },
  { type: 'rebrief', brief: { matter: 'noise' } },
];

holds({ name: '哨', rows: [...rows, ...idle], commands, moves: whistle.moves }, told.whistles, (steps) =>
  told.whistleAfter(...steps),
);

describe('谁批哪一种哨', () => {
  const { brief: _, ...call } = told.blow;

  test('重点工作哨只有书记能批', () => {
    const asked = told.whistleAfter([told.desk, { ...told.blow, theme: 'keyWork' }]);
    asked.offers(leader);
    asked.when(leader, { type: 'approve' }).refuses('not-yours');
    asked.offers(secretary, 'approve', 'return');
  });

  test('谁拟的，谁不批', () => {
    const both = { ...leader, roles: ['coordinator', 'streetLeader'] } as const;
    const asked = told.whistleAfter([{ ...both, roles: ['system'] }, told.blow]);
    asked.when(both, { type: 'approve' }).refuses('not-yours');
    asked.offers(leader);
    asked.offers(secretary, 'approve', 'return');
  });

  test.each([
    ['群众诉求哨', 'appeal', []],
    ['重点工作哨', 'keyWork', ['coordinator', 'leader', 'secretary']],
    ['综合执法哨', 'enforcement', ['coordinator', 'leader', 'secretary']],
    ['应急处置哨', 'emergency', ['gridChief', 'coordinator', 'leader', 'secretary']],
  ] as const)('不经诉求直接吹%s', (_zh, theme, who) => {
    const people = { gridChief, coordinator, leader, secretary, housing };
    const because = theme === 'emergency' ? 'danger' : 'tried';
    const blow = { ...call, theme, grounds: { because, words: '街道先办过一次' } } as const;
    for (const [name, actor] of Object.entries(people)) {
      const when = told.whistleAfter().when(actor, blow);
      if (!(who as readonly string[]).includes(name)) when.refuses('not-yours');
    }
    for (const name of who) {
      const { status } = told.whistleAfter([people[name], blow]).state;
      expect(['pendingApproval', 'mustering']).toContain(status);
    }
  });
});
