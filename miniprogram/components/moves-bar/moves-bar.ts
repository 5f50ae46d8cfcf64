import { copyOf } from '../../lib/copy';
import type { Button } from '../../lib/moves';
import { split } from './split';

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
    async more() {
      const { far } = this.data;
      const chosen = await wx
        .showActionSheet({ itemList: far.map((move) => move.zh) })
        .catch(() => undefined);
      if (chosen) this.triggerEvent('move', { type: far[chosen.tapIndex]?.type });
    },
  },
});
