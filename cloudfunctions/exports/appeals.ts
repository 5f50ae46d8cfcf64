import type { Appeal } from '../../domain/appeal/appeal.ts';
import { readable } from '../../domain/appeal/recording.ts';
import { matterOf, type Office, unitName } from '../../domain/office/office.ts';
import { showInstant } from '../../domain/time/show.ts';
import { appealStatus, endReason, identity, kind, satisfied, solved } from '../../domain/words.ts';
import { maskedName, maskedPhone, maskedWords } from './masked.ts';
import type { Sheet } from './sheet.ts';

const head = [
  ...['编号', '提交时间', '类型', '事项', '网格', '地址', '诉求内容'],
  ...['公开程度', '诉求人', '电话', '主办单位', '协办单位', '派单时间', '承诺完成时间'],
  ...['状态', '超时', '重办次数', '答复', '是否解决', '是否满意', '结案原因', '结案时间'],
] as const;

/** 诉求清单: names and phones masked, wherever they stand; nobody's name where it was not given. */
export function appealSheet(appeals: readonly Appeal[], office: Office, now: number): Sheet {
  return { head, rows: appeals.map((appeal) => rowOf(appeal, office, now)) };
}

function rowOf(appeal: Appeal, office: Office, now: number): Sheet['rows'][number] {
  const { place, contact, clocks, rating, end, tasks, reply } = appeal;
  const named = (role: 'lead' | 'assist') =>
    tasks
      .filter((task) => task.role === role && task.status !== 'released')
      .map(({ unit }) => unitName(office, unit))
      .join('、');
  const when = (at: number | undefined) => (at === undefined ? undefined : showInstant(at, now));
  return [
    ...[appeal.number, when(appeal.submittedAt), appeal.kind && kind[appeal.kind].zh],
    matterOf(office, appeal.matter)?.zh,
    office.grids.find(({ id }) => id === place?.grid)?.zh,
    place?.address && maskedWords(place.address),
    maskedWords(readable(appeal)),
    identity[appeal.identity].zh,
    ...(appeal.identity === 'open' ? [maskedName(contact.name), maskedPhone(contact.phone)] : ['', '']),
    ...[named('lead'), named('assist'), when(appeal.dispatchedAt), when(clocks.finish?.dueAt)],
    ...[appealStatus[appeal.status].zh, appeal.missed.length > 0 ? '是' : '否', appeal.round],
    reply && maskedWords(reply.text),
    ...[rating && solved[rating.solved].zh, rating && satisfied[rating.satisfied].zh],
    ...[end && endReason[end.reason].zh, when(end?.at)],
  ];
}
