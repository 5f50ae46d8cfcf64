import type { Appeal } from '../../domain/appeal/appeal.ts';
import { readable, wordsOf } from '../../domain/appeal/recording.ts';
import type { Changes } from '../../domain/catalogue/catalogue.ts';
import { catalogueId } from '../../domain/catalogue/decide.ts';
import type { Matter, Office } from '../../domain/office/office.ts';
import { unitName } from '../../domain/office/office.ts';
import type { CatalogueShown, Preview, RoutingQueries, TableRead } from '../../domain/routing/contract.ts';
import { amended, rowsOn, switchedOn } from '../../domain/routing/in-force.ts';
import { propose } from '../../domain/routing/propose.ts';
import { dayOf } from '../../domain/time/calendar.ts';
import { way as wayWords } from '../../domain/words.ts';
import { readCatalogue } from '../catalogue/read.ts';
import type { StateDoc } from '../commit.ts';
import { catalogueSheet } from '../exports/catalogue.ts';
import { write } from '../exports/sheet.ts';
import { tableIn } from '../imports/table.ts';
import { type Mind, mindOf } from '../router/mind.ts';
import { type Asking, mustBe } from './asking.ts';
import { linesOf } from './lines.ts';

/** What is in force today, what begins later, and who changed what. */
export async function catalogue(asking: Asking): Promise<CatalogueShown> {
  mustBe(asking, 'coordinator', 'streetLeader');
  const { cloud, office } = asking;
  const doc = await cloud.store.get<StateDoc>('catalogue', catalogueId);
  const { rows: changes = [], automatic = {} } = (doc?.state as Changes | undefined) ?? {};
  const today = dayOf(cloud.now());
  const [lines = []] = doc ? await linesOf(asking, [{ name: 'catalogue', doc }]) : [];
  return {
    version: office.catalogue ?? '',
    today,
    rows: rowsOn([...office.matters, ...changes], today),
    planned: changes.filter(({ from = '' }) => from > today),
    automatic: switchedOn(office, automatic).rules.routing.automatic,
    lines: lines.toReversed(),
  };
}

/** The whole catalogue as a table. */
export async function catalogueFile(
  asking: Asking,
  { format }: RoutingQueries['catalogueFile']['input'],
): Promise<RoutingQueries['catalogueFile']['output']> {
  const { rows, planned, today } = await catalogue(asking);
  const content = await write(catalogueSheet([...rows, ...planned], asking.office), format);
  return { name: `${asking.office.zh}-派单目录-${today}.${format}`, content: content.toString('base64') };
}

const month = 30 * 86_400_000;
const most = 200;
const shown = 50;
const longest = 60;

const mostWrong = 100;

/** What a table would change, line by line, and which of last month's appeals that would send elsewhere. */
export async function catalogueTable(
  asking: Asking,
  { pieces }: RoutingQueries['catalogueTable']['input'],
): Promise<TableRead> {
  const { rows, planned, today } = await catalogue(asking);
  const table = tableIn(Buffer.from(pieces.join(''), 'base64'));
  const read = readCatalogue(table, { rows: [...rows, ...planned], today, office: asking.office });
  const holds = read.wrong.length === 0;
  return {
    ...read,
    wrong: read.wrong.slice(0, mostWrong),
    rows: holds ? read.rows : [],
    preview: holds ? await preview(asking, read.rows) : { looked: 0, moved: [] },
  };
}

/** A day before all others: what is to end some day has ended. */
const before = '';

/** Which of last month's appeals would have gone elsewhere, had these rows been in force. */
export async function preview(asking: Asking, rows: readonly Matter[]): Promise<Preview> {
  mustBe(asking, 'coordinator', 'streetLeader');
  const { cloud, office } = asking;
  const mind = await mindOf(cloud);
  const since = cloud.now() - month;
  const appeals = [...mind.recent.appeals.values()]
    .filter(({ submittedAt }) => submittedAt >= since)
    .slice(-most);
  const today = dayOf(cloud.now());
  const begun = rows.map((row) => ({
    ...row,
    from: today,
    ...(row.until !== undefined && { until: before }),
  }));
  const changed = amended(office, begun, today);
  const moved = appeals.flatMap((appeal) => {
    const before = destination(mind, appeal, office);
    const after = destination(mind, appeal, changed);
    const text = readable(appeal).slice(0, longest);
    return before === after ? [] : [{ id: appeal.id, number: appeal.number, text, before, after }];
  });
  return { looked: appeals.length, moved: moved.slice(0, shown) };
}

/** Where an appeal goes by its words and place alone, in words. */
function destination(mind: Mind, appeal: Appeal, office: Office): string {
  const { id, place } = appeal;
  const text = wordsOf(appeal);
  const { matter, lead, way } = propose({ text, grid: place?.grid }, office, mind.learnt(text, office, id));
  if (!matter) return wayWords.consult.zh;
  return `${matter.zh} → ${way === 'dispatch' || way === 'whistle' ? (lead ? unitName(office, lead.id) : '') : wayWords[way].zh}`;
}
