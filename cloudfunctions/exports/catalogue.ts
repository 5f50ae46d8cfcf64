import { type Matter, type Office, unitName } from '../../domain/office/office.ts';
import { kind as kindWords, tier as tierWords } from '../../domain/words.ts';
import type { Sheet } from './sheet.ts';

const head = [
  ...['编号', '一级', '二级', '三级', '主办', '协办', '办理时限', '通常类型', '吹哨理由', '职责依据'],
  ...['社区', '同一处多人会遇到', '群众用语', '片区', '施行日期', '停用日期'],
];

/** The dispatch catalogue, a row a line: what is in force, then what begins later. */
export function catalogueSheet(rows: readonly Matter[], office: Office): Sheet {
  return { head, rows: rows.map((row) => lineOf(row, office)) };
}

function lineOf(row: Matter, office: Office): Sheet['rows'][number] {
  const name = (id: string) => unitName(office, id);
  return [
    ...[row.id, row.group, row.branch, row.zh, name(row.lead), row.assists.map(name).join('、')],
    ...[tierWords[row.tier].zh, row.kind && kindWords[row.kind].zh, row.whistle, row.duty],
    ...[row.community ? { lead: '可以主办', assist: '只能协助' }[row.community] : '不能交给社区'],
    ...[row.shared ? '是' : '否', row.words.join(' '), row.areas?.map(name).join('、'), row.from, row.until],
  ];
}
