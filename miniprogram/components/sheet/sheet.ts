import { copyOf } from '../../lib/copy';

/** A sheet from below: `title`, the default slot, and the slot `bar` for its buttons. Event `close`. */
Component({
  options: { multipleSlots: true },
  properties: { open: Boolean, title: String },
  data: { t: copyOf('parts') },
  methods: {
    close() {
      this.triggerEvent('close');
    },
  },
});
