/**
 * 居民读得到的，只有说给他听的和他自己说的。A hand-written list: the fields of commands whose words may stand in
 * what a resident is shown, by the sign that `sayingOf` puts into them.
 */
const fields = {
  'appeal.submit': ['text', 'place.address', 'contact.name', 'onBehalfOf.name', 'onBehalfOf.consent'],
  'appeal.follow': ['contact.name'],
  'appeal.supplement': ['words'],
  'appeal.transcribe': ['words'],
  'appeal.question': ['questions', 'words'],
  'appeal.transfer': ['words'],
  'appeal.decline': ['words'],
  'appeal.urge': ['words'],
  'appeal.ask': ['hold.words', 'extend.words', 'terminate.words', 'terminate.basis', 'unmask.words'],
  'appeal.resume': ['words'],
  'appeal.reply': ['text'],
  'appeal.rate': ['words'],
  'appeal.contest': ['words'],
  'appeal.reopen': ['words'],
  'appeal.relapse': ['words'],
  'appeal.close': ['words'],
  'appeal.withdraw': ['words'],
  'followUp.record': ['words'],
} as const;

const told: ReadonlySet<string> = new Set(
  Object.entries(fields).flatMap(([command, names]) => names.map((name) => `${command}.${name}`)),
);

/** The fields a resident reads here and must not. */
export function strayIn(read: unknown, ...also: readonly string[]): string[] {
  const found = [...JSON.stringify(read).matchAll(/〔([A-Za-z.]+)〕/g)].map(([, field = '']) => field);
  return [...new Set(found)].filter((field) => !told.has(field) && !also.includes(field));
}
