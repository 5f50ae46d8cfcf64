/** One spelling for the same words: width, case, and the escapes that spreadsheets leave. */
export function normalise(text: string): string {
  return text
    .replace(/_x000d_/gi, ' ')
    .normalize('NFKC')
    .toLowerCase();
}
