import { copyOf } from '../../../lib/copy';

/** `cards` come from `unitCard`. Event `move {task, type}`. */
Component({
  properties: { cards: Array },
  data: { t: copyOf('desk') },
  methods: {
    move({ currentTarget }: WechatMiniprogram.BaseEvent) {
      const { task, type } = currentTarget.dataset;
      this.triggerEvent('move', { task, type });
    },
  },
});
