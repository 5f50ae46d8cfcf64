import * as v from 'valibot';
import { accountOf } from '../../domain/account/account.ts';
import type { View as AppealView } from '../../domain/appeal/view.ts';
import type { Me, PublicMatter, PublicOffice, Queries, QueryName } from '../../domain/contract.ts';
import { id, words } from '../../domain/kernel/input.ts';
import { handsOf, overseers, workers } from '../../domain/office/hands.ts';
import { type Matter, unitName } from '../../domain/office/office.ts';
import type { View as TaskView } from '../../domain/task/view.ts';
import type { View as WhistleView } from '../../domain/whistle/view.ts';
import { parse } from '../bad-input.ts';
import { deadLetters } from '../letters.ts';
import { accountOfPerson } from '../mine.ts';
import { personOf } from '../people.ts';
import { type Asking, mustBe } from './asking.ts';
import { appealDetail, detailOf, openAlert, taskDetail, whistleDetail } from './details.ts';
import { exported, exportInput } from './export.ts';
import { figures, figuresInput, myFigures, myFiguresInput } from './figures.ts';
import { objections, requests } from './leave.ts';
import { openMap } from './map.ts';
import { notices, unreadOf } from './notices.ts';
import { publicFigures, publicFiguresInput } from './public-figures.ts';
import * as pursuit from './pursuit.ts';
import { reds } from './reds.ts';
import { routingQueries } from './routing.ts';
import { pageOf } from './seen.ts';
import { trend, trendInput } from './trend.ts';

interface Query<Name extends QueryName> {
  readonly schema: v.GenericSchema<unknown, Queries[Name]['input']>;
  run(asking: Asking, input: Queries[Name]['input']): Promise<Queries[Name]['output']>;
}

const cursor = v.optional(
  v.strictObject({
    value: v.pipe(v.number(), v.finite()),
    id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.-]{1,200}$/)),
  }),
);
const nothing = v.strictObject({});
const byId = v.strictObject({ id: id('编号', 160) });
const paged = v.strictObject({ after: cursor });
const onDesk = <const Desks extends readonly string[]>(...desks: Desks) =>
  v.strictObject({ after: cursor, desk: v.picklist(desks) });

export const queries: { readonly [Name in QueryName]: Query<Name> } = {
  me: { schema: nothing, run: me },
  office: { schema: nothing, run: office },
  appeal: { schema: byId, run: (asking, { id }) => appealDetail(asking, id) },
  numbered: {
    schema: v.strictObject({ number: words('编号', 60) }),
    run(asking, { number }) {
      mustBe(asking, 'coordinator', 'streetLeader');
      return pageOf<AppealView>(asking, {
        process: 'appeal',
        where: { number },
        field: 'at',
        direction: 'desc',
      });
    },
  },
  task: { schema: byId, run: (asking, { id }) => taskDetail(asking, id) },
  whistle: { schema: byId, run: (asking, { id }) => whistleDetail(asking, id) },
  alert: { schema: nothing, run: openAlert },
  followUps: { schema: onDesk('open', 'waiting', 'done'), run: pursuit.followUps },
  followUp: { schema: byId, run: (asking, { id }) => detailOf(asking, 'followUp', id) },
  supervisions: { schema: onDesk('unit', 'street', 'done'), run: pursuit.supervisions },
  supervision: { schema: byId, run: (asking, { id }) => detailOf(asking, 'supervision', id) },
  topics: {
    schema: v.strictObject({ after: cursor, agenda: v.picklist(['weekly', 'monthly', 'joint']) }),
    run: pursuit.topics,
  },
  topic: { schema: byId, run: (asking, { id }) => detailOf(asking, 'topic', id) },
  meetings: { schema: onDesk('open', 'done'), run: pursuit.meetings },
  meeting: { schema: byId, run: (asking, { id }) => pursuit.meetingDetail(asking, id) },
  requests: { schema: onDesk('coordinator', 'leader', 'none'), run: requests },
  objections: { schema: onDesk('open', 'done'), run: objections },
  notices: { schema: paged, run: notices },
  figures: { schema: figuresInput, run: figures },
  myFigures: { schema: myFiguresInput, run: myFigures },
  reds: { schema: nothing, run: reds },
  trend: { schema: trendInput, run: trend },
  map: { schema: nothing, run: openMap },
  publicFigures: { schema: publicFiguresInput, run: publicFigures },
  export: { schema: exportInput, run: exported },
  deadLetters: { schema: paged, run: deadLetters },
  mine: {
    schema: paged,
    run(asking, { after }) {
      const where = { owner: asking.actor.id };
      return pageOf<AppealView>(asking, { process: 'appeal', where, field: 'at', direction: 'desc' }, after);
    },
  },
  desk: {
    schema: onDesk('coordinator', 'unit', 'resident', 'none'),
    async run(asking, { after, desk }) {
      mustBe(asking, ...overseers);
      const direction = desk === 'none' ? 'desc' : 'asc';
      return pageOf<AppealView>(
        asking,
        { process: 'appeal', where: { desk }, field: 'sortAt', direction },
        after,
      );
    },
  },
  tasks: {
    schema: onDesk('unit', 'done'),
    async run(asking, { after, desk }) {
      mustBe(asking, ...workers, 'partner');
      const where = { unit: { in: handsOf(asking.actor) }, desk };
      const direction = desk === 'done' ? 'desc' : 'asc';
      return pageOf<TaskView>(asking, { process: 'task', where, field: 'sortAt', direction }, after);
    },
  },
  ...routingQueries,
  whistles: {
    schema: onDesk('approval', 'open', 'evaluate', 'done'),
    async run(asking, { after, desk }) {
      mustBe(asking, ...overseers);
      return pageOf<WhistleView>(
        asking,
        { process: 'whistle', where: { desk }, field: 'at', direction: 'desc' },
        after,
      );
    },
  },
};

/** Whether the door answers a question of this name. */
export function isQuery(name: string): name is QueryName {
  return Object.hasOwn(queries, name);
}

export async function answer(asking: Asking, name: QueryName, input: unknown): Promise<unknown> {
  const query = queries[name] as Query<QueryName>;
  return query.run(asking, parse(query.schema, input));
}

async function me(asking: Asking): Promise<Me> {
  const { cloud, actor, office } = asking;
  const [person, account] = await Promise.all([personOf(cloud, actor.id), accountOfPerson(cloud, actor.id)]);
  const unit = actor.unit ? { id: actor.unit, zh: unitName(office, actor.unit) } : undefined;
  return {
    id: actor.id,
    name: person?.name,
    title: person?.title,
    phone: person?.phone ?? account?.phone?.number,
    proved: account?.phone?.proved,
    roles: actor.roles,
    unit,
    account: accountOf(actor.id),
    unread: await unreadOf(asking, account),
  };
}

async function office({ office: whole }: Asking): Promise<PublicOffice> {
  const { id, zh, centre, phone, grids, units, rules } = whole;
  const matters = whole.matters.filter(({ areas }) => areas === undefined).map(publicMatter);
  const approvals = {
    appeal: rules.whistle.appeal.approval,
    keyWork: rules.whistle.keyWork.approval,
    enforcement: rules.whistle.enforcement.approval,
    emergency: rules.whistle.emergency.approval,
  };
  return {
    id,
    zh,
    centre,
    phone,
    grids,
    units,
    matters,
    approvals,
    recording: rules.recording,
    replyLength: rules.replyLength,
  };
}

function publicMatter({ id, zh, group, lead, assists, tier, words }: Matter): PublicMatter {
  return { id, zh, group, lead, assists, tier, words };
}
