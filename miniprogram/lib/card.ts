import type { Button } from './moves';
import type { Left } from './urgency';

/** A card of the office's lists: what it is about, how it stands, until when, and by which buttons it goes on. */
export interface Card<Process extends string> extends Left {
  readonly process: Process;
  readonly id: string;
  readonly appeal: string;
  readonly title: string;
  readonly who: string;
  readonly about: string;
  readonly words: string;
  readonly facts: readonly { readonly label: string; readonly zh: string }[];
  readonly sentence: string;
  readonly moves: readonly Button[];
}
