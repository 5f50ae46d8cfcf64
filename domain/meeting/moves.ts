import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import type { Command, Meeting } from './meeting.ts';

/** 例会的职责表：专班召集；周例会专班主持，月例会和联席会由书记主持. */
export const moves: MoveTable<Meeting, Command['type']> = {
  convene: { zh: '召集会议', by: ['coordinator', 'secretary'], from: ['new'], article: '条例第二十条' },
  resolve: {
    zh: '议定',
    by: ['coordinator', 'streetLeader', 'secretary'],
    from: ['convened'],
    whose: chairs,
    article: '条例第二十条',
  },
  conclude: {
    zh: '散会',
    by: ['coordinator', 'streetLeader', 'secretary'],
    from: ['convened'],
    whose: chairs,
    final: true,
  },
  cancel: {
    zh: '取消会议',
    by: ['coordinator', 'secretary'],
    from: ['convened'],
    when: ({ resolved }) => resolved.length === 0,
    final: true,
  },
};

function chairs({ kind }: Meeting, { roles }: Actor): boolean {
  return kind === 'weekly' || roles.includes('secretary');
}
