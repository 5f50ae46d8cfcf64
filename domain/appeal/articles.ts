import type { Channel, DeclineBranch } from './appeal.ts';

/** 不予派单的六种情形各自的依据（《北京市接诉即办工作条例》第十一条）. */
export const articles: Readonly<Record<DeclineBranch, string>> = {
  emergency: '《北京市接诉即办工作条例》第十一条第（一）项',
  otherProcedure: '《北京市接诉即办工作条例》第十一条第（二）项',
  sameMatter: '《北京市接诉即办工作条例》第十一条第（三）项',
  secret: '《北京市接诉即办工作条例》第十一条第（四）项',
  beyondDuty: '《北京市接诉即办工作条例》第十一条第（五）项',
  unlawful: '《北京市接诉即办工作条例》第十一条第（六）项',
};

const urgent: readonly Channel[] = ['police', 'fire', 'ambulance', 'traffic'];

/** 移送的依据：紧急的是第（一）项，应走别的程序的是第（二）项. */
export function transferArticle(channel: Channel): string {
  return urgent.includes(channel) ? articles.emergency : articles.otherProcedure;
}
