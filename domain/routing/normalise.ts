/** Characters that are not seen: left behind by copying, they would hide a word. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** One spelling for the same words: width, case, what is not seen, and the escapes that spreadsheets leave. */
export function normalise(text: string): string {
  return text
    .replace(/_x000d_/gi, ' ')
    .replace(unseen, '')
    .normalize('NFKC')
    .toLowerCase();
}
