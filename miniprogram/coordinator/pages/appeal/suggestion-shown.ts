import { words } from '../../../lib/domain';
import type { Suggestion } from '../../lib/suggest';

export interface SuggestionShown {
  readonly matter: string;
  readonly classed: string;
  readonly lead: string;
  readonly assists: string;
  readonly why: string;
  readonly also: string;
  readonly clear: boolean;
}

export interface SuggestionCopy {
  readonly because: string;
  readonly named: string;
  readonly also: string;
}

/** The first suggestion with its reasons, and what else it might be. */
export function suggestionShown(all: readonly Suggestion[], t: SuggestionCopy): SuggestionShown | null {
  const [first, ...others] = all;
  if (!first) return null;
  return {
    matter: first.matter.zh,
    classed: `${words.kind[first.kind].zh} · ${words.tier[first.tier].zh}`,
    lead: first.lead.zh,
    assists: first.assists.map(({ zh }) => zh).join('、'),
    why: whyOf(first, t),
    also: others.map((other) => `${other.matter.zh}（${whyOf(other, t)}）`).join('；'),
    clear: first.clear,
  };
}

function whyOf({ matched, named }: Suggestion, t: SuggestionCopy): string {
  const said = matched.length > 0 ? [`${t.because}${matched.map((word) => `「${word}」`).join('')}`] : [];
  return [...(named ? [t.named] : []), ...said].join('，');
}
