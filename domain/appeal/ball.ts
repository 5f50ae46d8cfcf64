import { type Ball, ball } from '../kernel/ball.ts';
import type { Context } from '../kernel/process.ts';
import { type Office, unitName } from '../office/office.ts';
import { holdReason } from '../request/words.ts';
import { isCounted } from '../task/news.ts';
import type { Appeal } from './appeal.ts';
import { clockOf } from './clocks.ts';
import { deskOf } from './desk.ts';
import { hasHandedIn } from './tasks.ts';
import { appealStatus, endReason } from './words.ts';

/** Who has to act on the appeal now, in words for the one who looks. */
export function ballOf(appeal: Appeal, relation: string, { now, office }: Context): Ball {
  const you = relation === 'owner' ? '您' : '居民';
  const lead = unitName(office, appeal.tasks.find((task) => task.role === 'lead')?.unit ?? office.id);
  const others = appeal.tasks.filter(isCounted).length - 1;
  const together = others > 0 ? `和 ${others} 个单位` : '';
  const hold = (doing: string, until = '') => ball(deskOf[appeal.status], doing, until, clockOf(appeal), now);
  switch (appeal.status) {
    case 'submitted':
      return hold('街道正在看这件诉求', `告诉${you}是否受理`);
    case 'needsInfo':
      return hold(relation === 'owner' ? '街道需要您补充情况' : '等居民补充情况', '补充');
    case 'merged':
      return hold(togetherWith(appeal));
    case 'accepted':
      return hold('街道已受理，正在确定由谁办', '派单');
    case 'consulting':
      return hold('街道正在会商由谁办、怎么办', '派单');
    case 'dispatched':
      return hold(`已交给${lead}${together}，等签收`, `答复${you}`);
    case 'inProgress':
      return hold(handedIn(appeal, office) ?? `${lead}${together}正在办理`, `答复${you}`);
    case 'onHold':
      return hold(`已挂账${appeal.hold ? `（${holdReason[appeal.hold.reason].zh}）` : ''}`, '复核');
    case 'replied':
      return hold(`${lead}已办理，街道正在审核`, `把答复给${you}`);
    case 'awaitingRating':
      return hold(relation === 'owner' ? '请您评价：问题解决了吗？满意吗？' : '已答复，等居民评价');
    case 'reworking':
      return hold(
        handedIn(appeal, office) ?? `${lead}${together}正在第 ${appeal.round} 次重办`,
        `答复${you}`,
      );
    default:
      return hold(endReason[appeal.end?.reason ?? 'withdrawn'].zh);
  }
}

/** 主办交了结果：还等哪家，都交了就写答复. */
function handedIn({ tasks }: Appeal, office: Office): string | undefined {
  const lead = tasks.find(({ role }) => role === 'lead');
  if (!lead || !hasHandedIn(lead)) return undefined;
  const awaited = tasks.filter((task) => isCounted(task) && !hasHandedIn(task));
  const first = unitName(office, awaited[0]?.unit ?? lead.unit);
  const who = awaited.length > 1 ? `${first}等 ${awaited.length} 个单位` : first;
  return `${unitName(office, lead.unit)}已办完，${awaited.length > 0 ? `还等${who}` : '正在写答复'}`;
}

function togetherWith({ parent }: Appeal): string {
  const progress = parent?.status ? `（现在${appealStatus[parent.status].zh}）` : '';
  return `已和 ${parent?.number ?? '同一件事的诉求'} 一起办理${progress}，答复也给这一件`;
}
