import type { Appeal } from '../../domain/appeal/appeal.ts';
import { wordsOf } from '../../domain/appeal/recording.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Model } from '../../domain/routing/classifier.ts';
import { lessonOf } from '../../domain/routing/lessons.ts';
import type { PastCase } from '../../domain/routing/proposal.ts';
import { type Asked, type Learnt, propose } from '../../domain/routing/propose.ts';
import { teach } from '../../domain/routing/teach.ts';
import type { Cloud } from '../cloud.ts';
import type { Store } from '../store.ts';
import { headOf, type Kept, loadModel } from './model.ts';
import { Recent } from './recent.ts';

/** How long a model once read is good for, in ms: it changes a few times a week. */
const fresh = 60_000;
const pastShown = 5;
/** Cases less alike than this are no precedent. */
const alike = 0.08;
/** Corrections taught one by one before the next whole learning. */
const mostTaught = 100;

/** Everything the router remembers of a store while a function is awake. */
class Mind {
  readonly recent = new Recent();
  #kept: Kept | undefined;
  #readAt = 0;
  #taught: { readonly key: string; readonly model: Model } | undefined;

  async refresh(cloud: Cloud): Promise<void> {
    await this.recent.refresh(cloud);
    if (Date.now() - this.#readAt < fresh) return;
    const head = await headOf(cloud.store);
    if (!head) this.#kept = undefined;
    else if (head.version !== this.#kept?.version) this.#kept = await loadModel(cloud.store, head);
    this.#readAt = Date.now();
  }

  /** What it will not read from the store again. */
  take(kept: Kept): void {
    this.#kept = kept;
    this.#readAt = Date.now();
  }

  /** What is known of a text: the model with every correction since, and the cases like it but for itself. */
  learnt(text: string, office: Office, besides: string): Learnt {
    const kept = this.#kept;
    const trained = kept && { model: this.#corrected(kept, office, besides), unseen: kept.unseen };
    return { trained, past: this.#past(text, besides) };
  }

  #corrected({ model, version, through }: Kept, office: Office, besides: string): Model {
    const since = [...this.recent.appeals.values()]
      .filter((appeal) => (appeal.sortedAt ?? 0) > through && isCorrected(appeal) && appeal.id !== besides)
      .slice(-mostTaught);
    const key = [version, ...since.map(({ id, matter }) => `${id}:${matter}`)].join();
    if (this.#taught?.key !== key) {
      const lessons = since.flatMap((appeal) => lessonOf(appeal, office) ?? []);
      this.#taught = { key, model: lessons.reduce(teach, model) };
    }
    return this.#taught.model;
  }

  #past(text: string, besides: string): PastCase[] {
    return this.recent
      .like(text, 4 * pastShown, besides)
      .filter(({ score }) => score >= alike)
      .flatMap(({ id, score, common }) => {
        const appeal = this.recent.appeals.get(id);
        return appeal?.kind && appeal.matter ? [pastOf(appeal, appeal.matter, score, common)] : [];
      })
      .slice(0, pastShown);
  }
}

const isCorrected = ({ proposed, matter }: Appeal) => proposed !== undefined && proposed !== matter;

function pastOf(appeal: Appeal, matter: string, score: number, common: readonly string[]): PastCase {
  const lead = appeal.tasks.find(({ role }) => role === 'lead')?.unit;
  const { id, number } = appeal;
  return { id, number, matter, lead, score, common, corrected: isCorrected(appeal) };
}

const minds = new WeakMap<Store, Mind>();

/** What the router knows now. */
export async function mindOf(cloud: Cloud): Promise<Mind> {
  const mind = minds.get(cloud.store) ?? new Mind();
  minds.set(cloud.store, mind);
  await mind.refresh(cloud);
  return mind;
}

/** A new model is known at once where it was learnt. */
export function remember(store: Store, kept: Kept): void {
  minds.get(store)?.take(kept);
}

export function askedOf(appeal: Appeal): Asked {
  const { place, matter, kind, tier, accused } = appeal;
  return { text: wordsOf(appeal), grid: place?.grid, matter, kind, tier, accused };
}

export function proposalFor(mind: Mind, appeal: Appeal, office: Office) {
  return propose(askedOf(appeal), office, mind.learnt(wordsOf(appeal), office, appeal.id));
}

export type { Mind };
