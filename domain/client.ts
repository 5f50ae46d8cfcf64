/** What the mini-program may know of the domain: nouns, moves, input schemas, words, how time is shown. No decisions. */

export { safeParse } from 'valibot';
export type { Command as AccountCommand, Consent } from './account/account.ts';
export { input as accountInput } from './account/inputs.ts';
export type { Command as AlertCommand } from './alert/alert.ts';
export type { View as AlertView } from './alert/index.ts';
export { input as alertInput } from './alert/inputs.ts';
export type {
  Appeal,
  AskKind,
  DeclineBranch,
  Identity,
  Place,
  Satisfied,
  Solved,
} from './appeal/appeal.ts';
export { articles, transferArticle } from './appeal/articles.ts';
export { input as appealInput } from './appeal/inputs.ts';
export type { Recording } from './appeal/recording.ts';
export type { Command as AppealCommand } from './appeal/rulebook.ts';
export type { Ending, View as AppealView } from './appeal/view.ts';
export type { Command as CatalogueCommand } from './catalogue/catalogue.ts';
export type * from './contract.ts';
export type { Flag } from './figures/doubts.ts';
export type { Figures, Three } from './figures/figures.ts';
export type { Command as FollowUpCommand } from './followUp/followUp.ts';
export { input as followUpInput } from './followUp/inputs.ts';
export type { View as FollowUpView } from './followUp/view.ts';
export type { Ball } from './kernel/ball.ts';
export type { Line, Role } from './kernel/process.ts';
export * from './labels.ts';
export { input as meetingInput } from './meeting/inputs.ts';
export type { Command as MeetingCommand } from './meeting/meeting.ts';
export type { View as MeetingView } from './meeting/view.ts';
export { input as objectionInput } from './objection/inputs.ts';
export type { Command as ObjectionCommand } from './objection/objection.ts';
export type { View as ObjectionView } from './objection/view.ts';
export { pageOf } from './office/leads.ts';
export type { Purpose } from './office/messages.ts';
export type { Approval, Grid, Kind, Matter, Point, Theme, Tier, Unit } from './office/office.ts';
export { input as requestInput } from './request/inputs.ts';
export type { Command as RequestCommand, Plea } from './request/request.ts';
export type { View as RequestView } from './request/view.ts';

export type {
  Alike,
  Brief,
  CatalogueShown,
  Explained,
  Nearby,
  Preview,
  RoutingQueries,
  TableRead,
} from './routing/contract.ts';

export { emergencyIn } from './routing/emergency.ts';
export type { Command as SignCommand } from './sign/sign.ts';
export { input as supervisionInput } from './supervision/inputs.ts';
export type { Command as SupervisionCommand } from './supervision/supervision.ts';
export type { View as SupervisionView } from './supervision/view.ts';
export { input as taskInput } from './task/inputs.ts';
export type { Command as TaskCommand, Task } from './task/task.ts';
export type { View as TaskView } from './task/view.ts';
export * from './time/show.ts';
export { input as topicInput } from './topic/inputs.ts';
export type { Command as TopicCommand } from './topic/topic.ts';
export type { View as TopicView } from './topic/view.ts';
export { input as whistleInput } from './whistle/inputs.ts';
export type { View as WhistleView } from './whistle/view.ts';
export type { Call, Command as WhistleCommand, Grounds, Help } from './whistle/whistle.ts';
export * as words from './words.ts';
