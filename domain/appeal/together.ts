import type { Errand } from '../kernel/process.ts';
import type { Appeal, Ended, Reply, Status } from './appeal.ts';

/** How the parent stands at its event `asOf`: late news is passed over, and a reply is told once. */
export interface News {
  readonly parent: string;
  readonly number: string;
  readonly status: Status;
  readonly asOf: number;
  readonly reply?: Reply | undefined;
  readonly end?: Ended | undefined;
}

/** Facts after which the followers are told how their parent stands. */
const telling: readonly string[] = [
  ...['accepted', 'entrusted', 'dispatched', 'designated', 'whistled', 'consulted', 'passed', 'redone'],
  ...['held', 'resumed', 'unassigned', 'closed', 'terminated', 'declined', 'transferred'],
];

/** What followers must hear of any fact of their parent; withdrawn, it leaves them to go their own way. */
export function toFollowers(appeal: Appeal, fact: string, seq: number): Errand[] {
  const { followers } = appeal;
  if (telling.includes(fact)) return followers.map(({ id }) => hear(appeal, seq, id));
  if (fact !== 'withdrawn' && fact !== 'givenUp') return [];
  const command = { type: 'unmerge', words: '一起办理的诉求已撤回' };
  return followers.map(({ id }) => ({ process: 'appeal', id, command }));
}

export function hear(
  { id: parent, number, status, reply, end }: Appeal,
  asOf: number,
  follower: string,
): Errand {
  const news: News = { parent, number, status, asOf, reply: reply?.passed ? reply : undefined, end };
  return { process: 'appeal', id: follower, command: { type: 'hear', ...news } };
}

/** What leaves its parent for good lets it know. */
export function toParent(appeal: Appeal): Errand[] {
  return appeal.parent ? dismiss(appeal, appeal.parent.id) : [];
}

/** At the same moment: news of an old leaving never undoes a new joining. */
export function dismiss({ id: follower }: Appeal, id: string): Errand[] {
  return [{ process: 'appeal', id, command: { type: 'dismiss', follower }, together: 'may' }];
}
