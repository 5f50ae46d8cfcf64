import type { AppealView } from '../../domain/client.ts';

/** An appeal just submitted, as the door shows it to whom `part` says; `submittedAt` in epoch ms. */
export function appealView(submittedAt: number, part: Partial<AppealView>): AppealView {
  return {
    id: 'a1',
    number: 'JSJB-20261120-0001',
    status: 'submitted',
    relation: 'coordinator',
    ball: { holder: 'coordinator', sentence: '' },
    submittedAt,
    round: 0,
    following: 0,
    urges: 0,
    missed: [],
    identity: 'open',
    text: '路灯不亮',
    photos: [],
    units: [],
    ...part,
  };
}
