import type { words } from './domain';

/** What stands where people are told something. */
export const noticesCopy = {
  notices: {
    title: { zh: '消息' },
    unread: { zh: '没看过' },
    read: { zh: '看过' },
    fresh: { zh: '条没看过' },
    allRead: { zh: '都看过了' },
    dot: { zh: '新' },
    empty: { zh: '还没有消息' },
    emptyText: { zh: '诉求有进展、有任务要办，都会在这里告诉您' },
    more: { zh: '更早的消息' },
    end: { zh: '没有更早的了' },
    remind: { zh: '用微信提醒我' },
    remindNote: { zh: '同意一次，微信提醒一次；没同意的，也都在这里看得到。' },
    left: { zh: '还能提醒' },
    times: { zh: '次' },
    agreed: { zh: '好，到时用微信提醒您' },
    refused: { zh: '没有打开提醒，消息还在这里' },
    cannot: { zh: '微信里关了提醒：点右上角“…”—“设置”—“通知管理”打开' },
  },
  vetting: {
    show: { zh: '能不能公开' },
    yes: { zh: '可以公开' },
    yesNote: { zh: '其他居民、网格里也看得到' },
    no: { zh: '不公开' },
    noNote: { zh: '照常办理，只有本人、街道和承办单位看得到' },
    shown: { zh: '已核对：可以公开' },
    hidden: { zh: '已核对：不公开' },
  },
} satisfies Record<string, Record<string, words.Word>>;
