import type { Doc } from '../../cloudfunctions/store.ts';
import type { Sums } from './sums.ts';

/** Where documents come from: everything one reads from it is of one moment, and nothing in it is changed. */
export interface Source {
  /** Every document of a collection with an id beyond `after`, by id. */
  read(collection: string, after: string): AsyncIterable<Doc>;
  /** What it says itself should be in it. */
  readonly expected?: Sums;
  close(): Promise<void>;
}

/** How far a move has come: everything up to this document is there. */
export interface Mark {
  /** The {@link fingerprint} of the source. */
  readonly source: string;
  readonly collection: string;
  readonly after: string;
}

export interface Target extends Source {
  /** How far a move broken off has come, `undefined` in an empty place. Throws `Usage` when something else is there. */
  begun(): Promise<Mark | undefined>;
  /** The documents and the mark, durable together or not at all. */
  write(docs: readonly Doc[], mark: Mark): Promise<void>;
  /** Takes the mark away: the place may be used. */
  finish(sums: Sums): Promise<void>;
}

const page = 500;

/** Goes on asking for pages until one is not full. */
export async function* paged(
  after: string,
  fetch: (after: string, limit: number) => Promise<readonly Doc[]>,
): AsyncGenerator<Doc> {
  for (let last = after, more = true; more; ) {
    const docs = await fetch(last, page);
    yield* docs;
    last = docs.at(-1)?._id ?? last;
    more = docs.length === page;
  }
}
