import { Refused } from './api';
import type { Cursor } from './domain';
import type { Form } from './form';
import { go } from './go';
import { bringMore } from './paging';
import { loading, sentenceOf, show } from './screen';

/** The button of a card that was tapped. */
export type Begun = Pick<Form, 'process' | 'id' | 'type'>;

interface Card {
  readonly id: string;
}

/** What a notice leads to, and the desk it lies on. */
interface Told<Desk, Own> {
  readonly desk: Desk;
  readonly card: Own;
}

interface Loaded<Own> {
  readonly cards: readonly Own[];
  readonly next?: Cursor | undefined;
}

interface DeskList<Desk extends string, Own extends Card> {
  readonly t: object;
  readonly desks: readonly { readonly value: Desk; readonly zh: string }[];
  /** The desk that is opened first. */
  first(): Promise<Desk>;
  /** One page of a desk; what it says beside the cards is drawn with them. */
  cards(desk: Desk, after: Cursor | undefined): Promise<Loaded<Own>>;
  /** The one a notice leads to; the list opens at its desk. */
  told?(id: string): Promise<Told<Desk, Own>>;
  /** What is drawn for a tapped button: its form, and what the form needs beside. */
  begin(to: Begun): Promise<{ readonly form: Form | undefined }>;
  /** Where the appeal of a card is read. */
  path(appeal: string): string;
}

/** Stands first and is marked. */
export function toldFirst<Own extends Card>(told: Own | undefined, cards: readonly Own[]): readonly Own[] {
  return told ? [{ ...told, told: true }, ...cards.filter(({ id }) => id !== told.id)] : cards;
}

/** `undefined` where it is not his to see, or no more. */
export async function ifThere<Value>(asking: Promise<Value>): Promise<Value | undefined> {
  return asking.catch((error) => {
    if (error instanceof Refused) return undefined;
    throw error;
  });
}

/** A page of cards on several desks: each card with its buttons, each button with its form. */
export function deskList<Desk extends string, Own extends Card>(own: DeskList<Desk, Own>): void {
  Page({
    data: {
      ...loading,
      t: own.t,
      desks: own.desks,
      desk: '' as Desk | '',
      cards: [] as readonly Own[],
      form: null as Form | null,
      ended: false,
      more: false,
    },
    next: undefined as Cursor | undefined,
    id: '',

    onLoad({ id = '' }: { id?: string }) {
      this.id = id;
    },
    onShow() {
      void this.load();
    },
    onPullDownRefresh() {
      void this.load();
    },
    onReachBottom() {
      void this.loadMore();
    },

    load() {
      return show(this, async () => {
        const told = this.id && own.told ? await ifThere(own.told(this.id)) : undefined;
        const desk = this.data.desk || told?.desk || (await own.first());
        const { next, cards, ...drawn } = await own.cards(desk, undefined);
        if (this.data.desk && desk !== this.data.desk) return {};
        this.next = next;
        const shown = toldFirst(told?.desk === desk ? told.card : undefined, cards);
        return { desk, ...drawn, cards: shown, ended: next === undefined };
      });
    },
    async loadMore() {
      const { next } = this;
      const { desk, cards } = this.data;
      if (!next || !desk) return;
      await bringMore(this, async () => {
        const page = await own.cards(desk, next);
        if (desk !== this.data.desk) return;
        this.next = page.next;
        const more = page.cards.filter(({ id }) => !cards.some((card) => card.id === id));
        this.setData({ cards: [...cards, ...more], ended: page.next === undefined });
      });
    },

    toDesk({ currentTarget }: { currentTarget: { dataset: { value: Desk } } }) {
      const desk = currentTarget.dataset.value;
      if (desk === this.data.desk) return;
      this.setData({ desk, cards: [], phase: 'loading', note: '' });
      void this.load();
    },
    async move({ detail }: { detail: Begun }) {
      try {
        const { form, ...beside } = await own.begin(detail);
        if (form) this.setData({ form, ...beside });
      } catch (error) {
        void wx.showToast({ title: sentenceOf(error), icon: 'none' });
      }
    },
    open({ detail }: { detail: { appeal: string } }) {
      go(own.path(detail.appeal));
    },
    close() {
      this.setData({ form: null });
    },
    done() {
      this.setData({ form: null });
      void this.load();
    },
  });
}
