import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { type CatalogueShown, type PublicOffice, showInstant } from '../../../lib/domain';
import { takeAway } from '../../../lib/file-out';
import { go } from '../../../lib/go';
import { act, loading, show } from '../../../lib/screen';
import { office } from '../../lib/office';
import { matterPath, tablePath } from '../../lib/paths';
import { most, type Row, rowsFound } from './catalogue-rows';

const t = copyOf('catalogue');

interface Change {
  readonly key: number;
  readonly zh: string;
  readonly words: string;
  readonly when: string;
}

/** The dispatch catalogue: found by what people say, and who changed what. */
Page({
  data: { ...loading, t, rows: [] as Row[], count: 0, cut: false, changes: [] as Change[] },
  shown: undefined as CatalogueShown | undefined,
  office: undefined as PublicOffice | undefined,
  search: '',

  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  load() {
    return show(this, async () => {
      const [shown, known] = await Promise.all([ask('catalogue', {}), office()]);
      Object.assign(this, { shown, office: known });
      this.draw();
      const all = shown.lines.length;
      const changes = shown.lines.slice(0, most).map(({ at, zh, words = '' }, place) => ({
        key: all - place,
        zh,
        words,
        when: showInstant(at, now()),
      }));
      return { changes };
    });
  },
  draw() {
    const { shown, office: known, search } = this;
    if (!shown || !known) return;
    const all = rowsFound(shown, known, search, t);
    this.setData({ rows: all.slice(0, most), count: all.length, cut: all.length > most });
  },
  look({ detail }: WechatMiniprogram.Input) {
    this.search = detail.value;
    this.draw();
  },
  open({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const { id, areas } = currentTarget.dataset;
    go(matterPath(id, areas));
  },
  async exportFile() {
    await act(async () => takeAway(await ask('catalogueFile', { format: 'xlsx' })), t.exported);
  },
  bring() {
    go(tablePath);
  },
  add() {
    go(matterPath(''));
  },
});
