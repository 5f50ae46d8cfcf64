/** One of a few, as large tiles. `options`: {value, zh, note?}[]. Event `change {value}`. */
Component({
  properties: {
    options: Array,
    value: String,
    label: String,
    /** Side by side where there is room. */
    inline: Boolean,
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const { value } = event.currentTarget.dataset;
      if (value !== this.data.value) this.triggerEvent('change', { value });
    },
  },
});
