import { ask, newId, send } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import type { TableRead } from '../../../lib/domain';
import { chooseTable, type FileIn } from '../../../lib/file-in';
import { act, loading, sentenceOf, show } from '../../../lib/screen';
import { forgetOffice } from '../../lib/office';
import { type TableShown, tableShown } from './table-shown';

const t = copyOf('table');

/** A catalogue changed in a spreadsheet: chosen, read, seen with all it would do, then put in force at once or not. */
Page({
  data: {
    ...loading,
    t,
    name: '',
    unread: '',
    shown: null as TableShown | null,
    preview: null as TableRead['preview'] | null,
    why: '',
    missing: '',
    ready: false,
  },
  rows: [] as TableRead['rows'],
  commandId: '',
  busy: false,

  onLoad() {
    void show(this, async () => ({}));
  },
  async choose() {
    const file = await chooseTable();
    if (file) await this.read(file);
  },
  async read({ name, pieces }: FileIn) {
    this.setData({ name, unread: '', shown: null, preview: null, ready: false });
    this.commandId = newId();
    void wx.showLoading({ title: t.reading, mask: true });
    try {
      const read = await ask('catalogueTable', { pieces });
      this.rows = read.rows;
      const ready = read.rows.length > 0;
      this.setData({ shown: tableShown(read, t), preview: ready ? read.preview : null, ready });
    } catch (error) {
      this.setData({ unread: sentenceOf(error) });
    } finally {
      void wx.hideLoading();
    }
  },
  write({ detail }: WechatMiniprogram.Input) {
    this.data.why = detail.value;
    this.commandId = newId();
    if (this.data.missing) this.setData({ missing: '' });
  },
  async adopt() {
    const { rows, commandId } = this;
    const words = this.data.why.trim();
    if (words.length < 2) {
      this.setData({ missing: t.whyMissing });
      return void wx.showToast({ title: t.whyMissing, icon: 'none' });
    }
    if (this.busy) return;
    this.busy = true;
    const order = { process: 'catalogue' as const, id: 'catalogue', commandId };
    const done = await act(() => send({ ...order, command: { type: 'adopt', rows, words } }), t.done);
    this.busy = false;
    if (!done) return;
    forgetOffice();
    void wx.navigateBack();
  },
});
