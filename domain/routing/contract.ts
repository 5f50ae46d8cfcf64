import type { Status } from '../appeal/appeal.ts';
import type { Line } from '../kernel/process.ts';
import type { Matter, Point } from '../office/office.ts';
import type { MatterGuess, Named, Proposal, Way } from './proposal.ts';
import type { Hot, Sign } from './signs.ts';

/** A proposal, beside what was decided and what had been proposed then. */
export interface Explained extends Proposal {
  readonly decided?: { readonly matter: Named; readonly proposed?: Named | undefined } | undefined;
}

/** A proposal as one line of a list. */
export interface Brief {
  readonly id: string;
  readonly way: Way;
  readonly matter?: MatterGuess | undefined;
  readonly lead?: Named | undefined;
  readonly matched: readonly string[];
  /** The earlier open appeal of the same person that says the same. */
  readonly repeats?: string | undefined;
}

/** An open matter as anybody may know it: nothing of who wrote, nor of what was written. */
export interface Nearby {
  readonly id: string;
  readonly matter: Named;
  readonly grid: Named;
  readonly people: number;
  /** The asker is one of them. */
  readonly mine: boolean;
  readonly status: Status;
  readonly since: number;
}

/** What an appeal and another have in common. */
export interface Alike {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly at: number;
  readonly status: Status;
  readonly matter?: Named | undefined;
  /** 0 nothing in common – 1 the same words. */
  readonly score: number;
  readonly common: readonly string[];
  /** The same person wrote both; not told where either is anonymous. */
  readonly samePerson: boolean;
  readonly sameGrid: boolean;
  readonly sameMatter: boolean;
  readonly metres?: number | undefined;
  /** The same person again, with nothing new. */
  readonly repeats: boolean;
  /** How many more of the same person say the same, and are not listed. */
  readonly more?: number | undefined;
}

/** A sign that was dealt with. `appeal`: the patrol it became; `handledAt` epoch ms. */
export interface Handled {
  readonly id: string;
  readonly zh: string;
  readonly status: string;
  readonly handledAt: number;
  readonly appeal?: string | undefined;
}

/** The catalogue as its keepers see it: what is in force today, and what begins later. */
export interface CatalogueShown {
  readonly version: string;
  readonly today: string;
  readonly rows: readonly Matter[];
  readonly planned: readonly Matter[];
  /** Matters given out without a person, each from which confidence on (0–1). */
  readonly automatic: Readonly<Record<string, number>>;
  readonly lines: readonly Line[];
}

/** What a row would have changed, had it been in force. */
export interface Preview {
  /** Appeals looked at: the last month's, at most 200. */
  readonly looked: number;
  readonly moved: readonly {
    readonly id: string;
    readonly number: string;
    readonly text: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** What is wrong in a table that was brought: the row as a spreadsheet numbers it, and its column. */
export interface WrongCell {
  readonly row: number;
  readonly column: string;
  readonly zh: string;
}

/** What a row of a table would do; `what` says which cells. */
export interface RowChange {
  readonly kind: 'added' | 'changed' | 'retired';
  readonly zh: string;
  readonly what: string;
}

/** A catalogue that was changed in a spreadsheet and brought back. Nothing of it holds yet. */
export interface TableRead {
  /** With any of these nothing can be adopted; at most 100 are told. */
  readonly wrong: readonly WrongCell[];
  readonly changes: readonly RowChange[];
  /** Rows that say what holds already, and rows in force of which the table says nothing: both stay. */
  readonly same: number;
  readonly unnamed: number;
  /** To be adopted as they are. */
  readonly rows: readonly Matter[];
  readonly preview: Preview;
}

export interface RoutingQueries {
  /** For coordinators: what begins to show before anybody has asked（未诉先办）. */
  signs: {
    input: Record<never, never>;
    output: {
      readonly items: readonly Sign[];
      /** The latest that were dealt with, at most 10; `status` as people read it. */
      readonly handled: readonly Handled[];
      readonly hot: readonly Hot[];
    };
  };
  /** For coordinators. */
  catalogue: { input: Record<never, never>; output: CatalogueShown };
  /** The same to be taken away as a file. */
  catalogueFile: {
    input: { readonly format: 'xlsx' | 'csv' };
    output: { readonly name: string; readonly content: string };
  };
  /** For coordinators: what a table (XLSX, CSV) would change. `pieces`: the file as base64, cut to be carried. */
  catalogueTable: { input: { readonly pieces: readonly string[] }; output: TableRead };
  /** For coordinators: which of last month's appeals would have gone elsewhere. */
  preview: { input: { readonly row: Matter }; output: Preview };
  /** For coordinators: where an appeal goes, and why. */
  proposal: { input: { readonly id: string }; output: Explained };
  /** The same for a page of a list, in one line each. */
  proposals: { input: { readonly ids: readonly string[] }; output: { readonly items: readonly Brief[] } };
  /** For coordinators: appeals that may be about the same matter. */
  alike: { input: { readonly id: string }; output: { readonly items: readonly Alike[] } };
  /** For whoever is about to write: open matters that are likely the same. */
  nearby: {
    input: {
      readonly text: string;
      readonly point?: Point | undefined;
      readonly grid?: string | undefined;
      /** What it seems to be about: right here, that is enough. */
      readonly matter?: string | undefined;
    };
    output: { readonly items: readonly Nearby[] };
  };
}
