import type { Role } from '../kernel/process.ts';
import { isOverseer } from './hands.ts';

const pages = {
  appeal: 'pages/appeal/appeal',
  task: 'staff/pages/task/task',
  whistle: 'coordinator/pages/lights/lights',
  followUp: 'coordinator/pages/follow-ups/follow-ups',
  supervision: 'staff/pages/supervisions/supervisions',
  topic: 'coordinator/pages/agenda/agenda',
  meeting: 'coordinator/pages/meeting/meeting',
} as const;

const notices = 'pages/notices/notices';
const inbox = 'staff/pages/inbox/inbox';

/** Who may watch the lights of a whistle; a department looks at its own tasks. */
const watches = (role: Role) => role === 'gridChief' || isOverseer(role);

/** The page a notice leads to, without a slash before it; where there is none of its own, the list of notices. */
export function pageOf(
  { process, id }: { readonly process: string; readonly id: string },
  roles: readonly Role[],
): string {
  const desk = roles.includes('coordinator') || roles.includes('streetLeader');
  if (process === 'appeal' && desk) return `coordinator/pages/intake/intake?id=${id}`;
  if (process === 'whistle' && !roles.some(watches)) return inbox;
  if (process === 'alert') return desk ? 'coordinator/pages/board/board' : 'pages/home/home';
  if (process === 'letter') return 'coordinator/pages/letters/letters';
  return process in pages ? `${pages[process as keyof typeof pages]}?id=${id}` : notices;
}
