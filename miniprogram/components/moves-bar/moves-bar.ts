import { copyOf } from '../../lib/copy';
import type { Button } from '../../lib/moves';
import { sheetOf, split } from './split';

/** What this person may do now. Event `move {type}`. */
Component({
  properties: { moves: Array, disabled: Boolean },
  data: { t: copyOf('parts'), near: [] as Button[], far: [] as Button[] },
  observers: {
    moves(moves: Button[] | null) {
      this.setData(split(moves ?? []));
    },
  },
  methods: {
    move(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('move', { type: event.currentTarget.dataset.type });
    },
    more() {
      return this.choose(this.data.far);
    },
    async choose(far: readonly Button[]): Promise<void> {
      const { shown, rest } = sheetOf(far);
      const more = rest.length > 0 ? [this.data.t.more] : [];
      const itemList = [...shown.map((move) => move.zh), ...more];
      const chosen = await wx.showActionSheet({ itemList }).catch(() => undefined);
      if (!chosen) return;
      const move = shown[chosen.tapIndex];
      if (move) this.triggerEvent('move', { type: move.type });
      else await this.choose(rest);
    },
  },
});
