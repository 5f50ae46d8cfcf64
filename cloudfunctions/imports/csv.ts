/** The cells of a CSV (RFC 4180), a mark of byte order passed over; `undefined` where its quotes do not pair. */
export function csvCells(text: string): string[][] | undefined {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  const whole = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < whole.length) {
    const found = cell.exec(whole);
    if (!found) return undefined;
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',' && end !== '') rows.push([]);
  }
  return rows;
}
