import { type Explained, words } from '../../../lib/domain';

export interface SuggestionShown {
  readonly way: string;
  readonly matter: string;
  readonly classed: string;
  readonly lead: string;
  readonly assists: string;
  readonly accused: string;
  readonly why: string;
  /** What else it might be; a tap takes it instead. */
  readonly also: readonly { readonly id: string; readonly zh: string }[];
  readonly clear: boolean;
}

/** What a coordinator reads at a glance; the rest stands under 为什么. */
const glance: readonly string[] = ['emergency', 'words', 'accused', 'whistle', 'doubt'];

/** The proposal as it stands beside the appeal, with the reasons that matter most. */
export function suggestionShown(proposal: Explained | undefined): SuggestionShown | null {
  if (!proposal?.matter) return null;
  const { way, matter, kind, tier, lead, assists, accused, reasons, also, clear } = proposal;
  return {
    way: words.way[way].zh,
    matter: matter.zh,
    classed: `${words.kind[kind].zh} · ${words.tier[tier].zh}`,
    lead: lead?.zh ?? '',
    assists: assists.map(({ zh }) => zh).join('、'),
    accused: accused?.zh ?? '',
    why: reasons
      .filter(({ topic }) => glance.includes(topic))
      .map(({ zh }) => zh.replace(/。$/, ''))
      .join('。'),
    also: also.map(({ id, zh }) => ({ id, zh })),
    clear,
  };
}
