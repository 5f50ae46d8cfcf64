import type { Columns } from './table.ts';

/** Under this name each session says which columns of which tables it fills in when it writes. */
const SETTING = 'onewhistle.fills';

/** Computes the columns named as arguments from the document. */
export const fillFunction = `CREATE OR REPLACE FUNCTION onewhistle_fill() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RETURN jsonb_populate_record(NEW, (
    SELECT jsonb_object_agg(field, onewhistle_key(NEW.doc::jsonb->field)) FROM unnest(TG_ARGV) AS field
  ));
END $$`;

/**
 * Whoever does not fill in just the columns there are has the server compute them: a host that was running before
 * one of them was added, an older version, a person with a console.
 */
export function fillTrigger(table: string, columns: readonly string[]): string {
  const said = `(strpos(current_setting('${SETTING}', true), '${saying(table, columns)}') > 0) IS NOT TRUE`;
  const args = columns.map((column) => `'${column}'`).join(', ');
  return `CREATE OR REPLACE TRIGGER onewhistle_fill BEFORE INSERT OR UPDATE ON "${table}"
    FOR EACH ROW WHEN (${said}) EXECUTE FUNCTION onewhistle_fill(${args})`;
}

/** How a session says it. */
export function fillSetting(columns: Columns): string {
  return `SET ${SETTING} = '${[...columns].map(([table, some]) => saying(table, some)).join('')}'`;
}

function saying(table: string, columns: readonly string[]): string {
  return `;${table}(${columns.join(',')});`;
}
