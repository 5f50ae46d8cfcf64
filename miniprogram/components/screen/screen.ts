import { copyOf } from '../../lib/copy';

/** The root of every page: its tokens, and what it shows while loading, after a failure and when ready. */
Component({
  options: { multipleSlots: true },
  properties: {
    phase: { type: String, value: 'loading' },
    failure: String,
    size: { type: String, value: 'standard' },
    /** One sentence above everything, while the page shows something older than now. */
    note: String,
    /** The slot `bar` is filled. */
    bar: Boolean,
    /** The slot `skeleton` is filled. */
    shaped: Boolean,
  },
  data: { t: copyOf('screen') },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
  },
});
