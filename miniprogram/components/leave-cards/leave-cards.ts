import { copyOf } from '../../lib/copy';

/** `cards` come from `lib/leave` or `lib/pursuit`. `linked`: each leads to its appeal; one that is `told` a notice led to. Events `move {process, id, type}`, `open {appeal}`. */
Component({
  properties: { cards: Array, linked: Boolean },
  data: { t: copyOf('leave') },
  methods: {
    move({ currentTarget }: WechatMiniprogram.BaseEvent) {
      const { process, id, type } = currentTarget.dataset;
      this.triggerEvent('move', { process, id, type });
    },
    open({ currentTarget }: WechatMiniprogram.BaseEvent) {
      this.triggerEvent('open', { appeal: currentTarget.dataset.appeal });
    },
  },
});
