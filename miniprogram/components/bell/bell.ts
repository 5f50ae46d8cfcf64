import { countOf } from '../../lib/badge';
import { copyOf } from '../../lib/copy';
import { go, paths } from '../../lib/go';
import { askIfPossible } from '../../lib/seen';

/** The way to the notices, with how many have not been read. Asks by itself whenever its page is shown. */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { t: copyOf('notices'), count: '' },
  lifetimes: {
    attached() {
      void this.look();
    },
  },
  pageLifetimes: {
    show() {
      void this.look();
    },
  },
  methods: {
    async look() {
      const { value } = await askIfPossible('me', {});
      this.setData({ count: countOf(value?.unread ?? 0) });
    },
    open() {
      go(paths.notices);
    },
  },
});
