/** How the index weighs and what it may spend; the defaults are what was measured. */
export interface Tuning {
  /** Features kept of a message. */
  readonly sketch: number;
  /** Messages remembered per feature, the newest; features of more messages than this hardly tell them apart. */
  readonly postings: number;
  /** Postings visited a query, rarest features first. */
  readonly visits: number;
  /** Messages compared in full a query. */
  readonly compared: number;
  /** Power of rarity in a feature's weight. */
  readonly rarity: number;
  /** How often a feature of the subject counts. */
  readonly subject: number;
  /** How much the nearest messages lend their words to the question, and how many of them. */
  readonly lend: number;
  readonly lenders: number;
}

export const tuning: Tuning = {
  sketch: 240,
  postings: 4_096,
  visits: 8_000,
  compared: 120,
  rarity: 1,
  subject: 5,
  lend: 1.5,
  lenders: 12,
};
