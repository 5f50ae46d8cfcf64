import type { Cursor } from './domain';
import type { Form } from './form';
import { go } from './go';
import { bringMore } from './paging';
import { loading, sentenceOf, show } from './screen';

/** The button of a card that was tapped. */
export type Begun = Pick<Form, 'process' | 'id' | 'type'>;

interface Loaded<Card> {
  readonly cards: readonly Card[];
  readonly next?: Cursor | undefined;
}

interface DeskList<Desk extends string, Card> {
  readonly t: object;
  readonly desks: readonly { readonly value: Desk; readonly zh: string }[];
  /** The desk that is opened first. */
  first(): Promise<Desk>;
  /** One page of a desk; what it says beside the cards is drawn with them. */
  cards(desk: Desk, after: Cursor | undefined): Promise<Loaded<Card>>;
  /** What is drawn for a tapped button: its form, and what the form needs beside. */
  begin(to: Begun): Promise<{ readonly form: Form | undefined }>;
  /** Where the appeal of a card is read. */
  path(appeal: string): string;
}

/** A page of cards on several desks: each card with its buttons, each button with its form. */
export function deskList<Desk extends string, Card>(own: DeskList<Desk, Card>): void {
  Page({
    data: {
      ...loading,
      t: own.t,
      desks: own.desks,
      desk: '' as Desk | '',
      cards: [] as readonly Card[],
      form: null as Form | null,
      ended: false,
      more: false,
    },
    next: undefined as Cursor | undefined,

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
        const desk = this.data.desk || (await own.first());
        const { next, ...drawn } = await own.cards(desk, undefined);
        if (this.data.desk && desk !== this.data.desk) return {};
        this.next = next;
        return { desk, ...drawn, ended: next === undefined };
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
        this.setData({ cards: [...cards, ...page.cards], ended: page.next === undefined });
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
