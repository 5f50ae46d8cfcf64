import { type InboxItem, pageOf, type Role } from './domain';

export const paths = {
  home: '/pages/home/home',
  submit: '/pages/submit/submit',
  mine: '/pages/mine/mine',
  me: '/pages/me/me',
  notices: '/pages/notices/notices',
  privacy: '/pages/privacy/privacy',
  appeal: '/pages/appeal/appeal',
  inbox: '/staff/pages/inbox/inbox',
  task: '/staff/pages/task/task',
  intake: '/coordinator/pages/intake/intake',
  whistle: '/coordinator/pages/whistle/whistle',
  board: '/coordinator/pages/board/board',
  figures: '/coordinator/pages/figures/figures',
  ownFigures: '/staff/pages/figures/figures',
  public: '/pages/public/public',
  followUps: '/coordinator/pages/follow-ups/follow-ups',
  agenda: '/coordinator/pages/agenda/agenda',
  meeting: '/coordinator/pages/meeting/meeting',
  loginCode: '/staff/pages/login-code/login-code',
  supervisions: '/staff/pages/supervisions/supervisions',
  leave: '/coordinator/pages/leave/leave',
} as const;

const tabs: readonly string[] = [paths.home, paths.mine, paths.me];

export function go(url: string): void {
  if (tabs.includes(url)) void wx.switchTab({ url });
  else void wx.navigateTo({ url });
}

/** Where a message leads. */
export function pathOf(item: Pick<InboxItem, 'process' | 'id'>, roles: readonly Role[]): string {
  return `/${pageOf(item, roles)}`;
}
