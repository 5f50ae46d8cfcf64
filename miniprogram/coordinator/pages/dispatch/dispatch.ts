import { ask, send } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import type { PublicOffice, Unit } from '../../../lib/domain';
import { act, loading, show } from '../../../lib/screen';
import type { Chosen } from '../../lib/chosen';
import { type Composed, changed, recallOr, tried } from '../../lib/composing';
import { office } from '../../lib/office';
import { proposalFor } from '../../lib/proposal';
import { proposals } from '../../lib/proposals';
import { dispatchErrors, dispatchOf, firstChoice } from './dispatch-form';

const t = copyOf('dispatch');

Page({
  data: {
    ...loading,
    t,
    text: '',
    office: null as PublicOffice | null,
    near: [] as readonly Unit[],
    chosen: [] as readonly Chosen[],
    errors: {} as Record<string, string>,
    /** After a consultation: what it came to is written down. */
    designates: false,
  },
  conclusion: '',
  id: '',
  key: '',
  draft: undefined as Composed<readonly Chosen[]> | undefined,
  busy: false,

  onLoad({ appeal = '' }: { appeal?: string }) {
    Object.assign(this, { id: appeal, key: `draft.dispatch.${appeal}` });
    void this.load();
  },
  load() {
    return show(this, async () => {
      const [{ view, moves }, whole, proposal] = await Promise.all([
        ask('appeal', { id: this.id }),
        office(),
        proposalFor(this.id),
      ]);
      this.draft = recallOr<readonly Chosen[]>(this.key, firstChoice(view, proposal));
      const { links: _, grids, matters, ...known } = whole;
      const slim = { ...known, grids: [], matters: [] };
      return {
        designates: moves.includes('designate'),
        text: view.text,
        office: slim,
        near: proposals(proposal, whole, view.suggested),
        chosen: this.draft.content,
      };
    });
  },
  conclude({ detail }: WechatMiniprogram.Input) {
    this.conclusion = detail.value;
    if (Object.keys(this.data.errors).length > 0) this.setData({ errors: this.wrong() });
  },
  /** As it would be sent. */
  said(): string | undefined {
    return this.data.designates ? this.conclusion : undefined;
  },
  wrong(): Record<string, string> {
    return dispatchErrors(this.draft?.content ?? [], this.said());
  },
  change({ detail }: { detail: { chosen: readonly Chosen[] } }) {
    if (!this.draft) return;
    this.draft = changed(this.key, this.draft, detail.chosen);
    if (Object.keys(this.data.errors).length > 0) this.setData({ errors: this.wrong() });
  },
  async send() {
    const { draft } = this;
    if (!draft || this.busy) return;
    const errors = this.wrong();
    this.setData({ errors });
    const [error] = Object.values(errors);
    if (error) return void wx.showToast({ title: error, icon: 'none' });
    this.busy = true;
    this.draft = tried(this.key, draft);
    const { commandId, content } = this.draft;
    const order = {
      process: 'appeal' as const,
      id: this.id,
      commandId,
      command: dispatchOf(content, this.said()),
    };
    if (await act(() => send(order), t.done)) this.sent();
    this.busy = false;
  },
  sent() {
    wx.removeStorageSync(this.key);
    void wx.navigateBack();
  },
});
