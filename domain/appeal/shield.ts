import { must } from '../kernel/refusal.ts';
import { matterOf, type Office } from '../office/office.ts';
import type { Appeal, Assignment } from './appeal.ts';

/** 被投诉的单位不主办；职责清单以外的事不交给社区，只协助的不让它主办（条例第十七条、第三十五条）. */
export function mayBeGiven(
  appeal: Pick<Appeal, 'matter' | 'accused'>,
  { unit: id, role }: Assignment,
  office: Office,
): void {
  const unit = office.units.find((each) => each.id === id);
  must(unit, 'unknown-unit', '选了不存在的单位，请重新选择');
  must(
    role !== 'lead' || id !== appeal.accused,
    'accused-lead',
    `${unit.zh}是被投诉的单位，不能主办`,
    '条例第三十五条',
  );
  if (unit.kind !== 'community') return;
  const listed = partOfCommunity(appeal, office);
  must(listed, 'not-on-list', `这个事项不在社区的职责清单里，不能交给${unit.zh}`, '条例第十七条');
  must(
    role !== 'lead' || listed === 'lead',
    'assist-only',
    `这个事项社区只是协助，不能让${unit.zh}主办`,
    '条例第十七条',
  );
}

/** 社区职责清单上，这个事项社区能主办，还是只协助；不在清单上的没有. */
export function partOfCommunity({ matter }: Pick<Appeal, 'matter'>, office: Office) {
  return matterOf(office, matter)?.community;
}
