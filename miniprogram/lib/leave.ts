import type { Card } from './card';
import type { Copy } from './copy';
import {
  type AppealView,
  type AskKind,
  type Leave,
  type ObjectionView,
  objectionMoves,
  type Pending,
  type Plea,
  type RequestView,
  type Role,
  requestMoves,
  showTerm,
  words,
} from './domain';
import { buttons } from './moves';
import { doing, leftOf, type UrgencyCopy } from './urgency';

export interface LeaveWords {
  readonly leave: Copy<'leave'>;
  readonly urgency: UrgencyCopy;
}

/** 派单异议 · 专班审批 · 领导审批 · 已办结. */
type LeaveDesk = 'open' | 'coordinator' | 'leader' | 'none';

/** What this person decides comes first. */
export function firstDesk(roles: readonly Role[]): LeaveDesk {
  return roles.includes('coordinator') ? 'open' : 'leader';
}

export type LeaveCard = Card<'request' | 'objection'>;

/** The cards of one appeal: the objection stands first, it has the shortest clock. */
export function leaveCards(leave: Leave | undefined, now: number, t: LeaveWords): LeaveCard[] {
  const { objections = [], requests = [] } = leave ?? {};
  return [
    ...objections.map((each) => objectionCard(each, now, t)),
    ...requests.map((each) => requestCard(each, now, t)),
  ];
}

export function requestCard({ view, moves }: Pending<RequestView>, now: number, t: LeaveWords): LeaveCard {
  const { plea, endorsed } = view;
  const signed = endorsed?.words ? [{ label: t.leave.signed, zh: endorsed.words }] : [];
  return {
    process: 'request',
    ...shared(view, now, t),
    title: `${words.requestKind[plea.kind].zh}${t.leave.asks}`,
    words: plea.words,
    facts: [...factsOf(plea, t.leave), ...signed],
    moves: buttons(moves, requestMoves),
  };
}

export function objectionCard(
  { view, moves }: Pending<ObjectionView>,
  now: number,
  t: LeaveWords,
): LeaveCard {
  return {
    process: 'objection',
    ...shared(view, now, t),
    title: t.leave.objection,
    words: view.duty,
    facts: [{ label: t.leave.owner, zh: view.owner.zh }],
    moves: buttons(moves, objectionMoves).map((button) => ({
      ...button,
      danger: button.type === 'overrule',
    })),
  };
}

function shared({ id, brief, zh, ball }: RequestView | ObjectionView, now: number, t: LeaveWords) {
  const about = [brief.matterZh ?? t.leave.noMatter, brief.address].filter(Boolean).join(' · ');
  const clock = leftOf(ball, now, t.urgency);
  return { id, appeal: brief.appeal, who: zh, about, sentence: doing(ball), ...clock };
}

function factsOf(plea: Plea, t: Copy<'leave'>): LeaveCard['facts'] {
  switch (plea.kind) {
    case 'hold':
      return [
        { label: t.reason, zh: words.holdReason[plea.reason].zh },
        { label: t.review, zh: `${plea.days} ${t.days}${t.after}` },
      ];
    case 'extend':
    case 'extendAgain':
      return [{ label: t.longer, zh: showTerm(plea) }];
    case 'terminate':
      return [{ label: t.basis, zh: plea.basis }];
    case 'exclude':
      return [{ label: t.without, zh: plea.measures.map((each) => words.measure[each].zh).join('、') }];
    case 'unmask':
      return [];
  }
}

/** What a form about leave has to know of the appeal. */
export interface Asking {
  readonly askable: readonly AskKind[];
  readonly limit: AppealView['limit'];
}

export function askingOf(view: AppealView | undefined): Asking {
  return { askable: view?.askable ?? [], limit: view?.limit };
}
