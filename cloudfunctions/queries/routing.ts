import * as v from 'valibot';
import type { Queries, QueryName } from '../../domain/contract.ts';
import { coordinates, id, words } from '../../domain/kernel/input.ts';
import { matterName } from '../../domain/office/office.ts';
import { matterSchema } from '../../domain/routing/catalogue.ts';
import type { Brief, Explained, RoutingQueries } from '../../domain/routing/contract.ts';
import { formats } from '../exports/sheet.ts';
import { recalled, withAdvice } from '../router/advice.ts';
import { mindOf, proposalFor } from '../router/mind.ts';
import { alike, appealOf, nearby, repeatedBy } from './alike.ts';
import { type Asking, mustBe, pageSize } from './asking.ts';
import { catalogue, catalogueFile, catalogueTable, preview } from './catalogue.ts';
import { signs } from './signs.ts';

type Table = {
  readonly [Name in keyof RoutingQueries & QueryName]: {
    readonly schema: v.GenericSchema<unknown, Queries[Name]['input']>;
    run(asking: Asking, input: Queries[Name]['input']): Promise<Queries[Name]['output']>;
  };
};

const byId = v.strictObject({ id: id('编号', 160) });

/** A file in base64, cut into what the door takes for one text. */
const pieces = v.pipe(
  v.array(v.pipe(v.string(), v.base64('文件不完整，请重新选择'))),
  v.minLength(1, '请选择文件'),
  v.maxLength(8, '文件太大，请只留派单目录这一张表'),
);

/** Where appeals go, and what they have in common. */
export const routingQueries: Table = {
  signs: { schema: v.strictObject({}), run: signs },
  catalogue: { schema: v.strictObject({}), run: catalogue },
  catalogueFile: { schema: v.strictObject({ format: v.picklist(formats) }), run: catalogueFile },
  catalogueTable: { schema: v.strictObject({ pieces }), run: catalogueTable },
  preview: {
    schema: v.strictObject({ row: matterSchema }),
    run: (asking, { row }) => preview(asking, [row]),
  },
  proposal: { schema: byId, run: (asking, { id }) => explained(asking, id) },
  proposals: {
    schema: v.strictObject({ ids: v.pipe(v.array(id('编号', 160)), v.maxLength(pageSize, '最多 20 件')) }),
    run: briefs,
  },
  alike: { schema: byId, run: (asking, { id }) => alike(asking, id) },
  nearby: {
    schema: v.strictObject({
      text: words('内容', 2000, 0),
      point: v.optional(coordinates),
      grid: v.optional(id('网格')),
      matter: v.optional(id('事项')),
    }),
    run: nearby,
  },
};

async function explained(asking: Asking, wanted: string): Promise<Explained> {
  mustBe(asking, 'coordinator', 'streetLeader');
  const appeal = await appealOf(asking, wanted);
  const own = proposalFor(await mindOf(asking.cloud), appeal, asking.office);
  const proposal = await withAdvice(asking.cloud, appeal, own);
  const { matter, kind, proposed } = appeal;
  const name = (wanted: string) => ({ id: wanted, zh: matterName(asking.office, wanted) });
  if (matter === undefined || kind === undefined) return proposal;
  return { ...proposal, decided: { matter: name(matter), ...(proposed && { proposed: name(proposed) }) } };
}

async function briefs(asking: Asking, { ids }: RoutingQueries['proposals']['input']) {
  mustBe(asking, 'coordinator', 'streetLeader');
  const mind = await mindOf(asking.cloud);
  const items = await Promise.all(
    ids.map(async (wanted): Promise<Brief> => {
      const appeal = mind.recent.appeals.get(wanted) ?? (await appealOf(asking, wanted));
      const own = proposalFor(mind, appeal, asking.office);
      const { way, matter, lead, matched } = await recalled(asking.cloud, appeal, own);
      return { id: wanted, way, matter, lead, matched, repeats: repeatedBy(mind, appeal) };
    }),
  );
  return { items };
}
