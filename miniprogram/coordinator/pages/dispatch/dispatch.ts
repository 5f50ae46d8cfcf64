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
  },
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
      const [{ view }, whole, proposal] = await Promise.all([
        ask('appeal', { id: this.id }),
        office(),
        proposalFor(this.id),
      ]);
      this.draft = recallOr<readonly Chosen[]>(this.key, firstChoice(view, proposal));
      const { links: _, grids, matters, ...known } = whole;
      const slim = { ...known, grids: [], matters: [] };
      return {
        text: view.text,
        office: slim,
        near: proposals(proposal, whole, view.suggested),
        chosen: this.draft.content,
      };
    });
  },
  change({ detail }: { detail: { chosen: readonly Chosen[] } }) {
    if (!this.draft) return;
    this.draft = changed(this.key, this.draft, detail.chosen);
    if (Object.keys(this.data.errors).length > 0) this.setData({ errors: dispatchErrors(detail.chosen) });
  },
  async send() {
    const { draft } = this;
    if (!draft || this.busy) return;
    const errors = dispatchErrors(draft.content);
    this.setData({ errors });
    const [error] = Object.values(errors);
    if (error) return void wx.showToast({ title: error, icon: 'none' });
    this.busy = true;
    this.draft = tried(this.key, draft);
    const { commandId, content } = this.draft;
    const order = { process: 'appeal' as const, id: this.id, commandId, command: dispatchOf(content) };
    if (await act(() => send(order), t.done)) this.sent();
    this.busy = false;
  },
  sent() {
    wx.removeStorageSync(this.key);
    void wx.navigateBack();
  },
});
