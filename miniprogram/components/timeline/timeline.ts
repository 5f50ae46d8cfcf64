import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import type { Line } from '../../lib/domain';
import { shown } from './shown';

/** What has happened so far, the newest first. */
Component({
  properties: {
    lines: Array,
    /** Where the photos of the answer lie, by id. */
    links: Object,
  },
  data: { t: copyOf('parts'), shown: [] as ReturnType<typeof shown> },
  observers: {
    lines(lines: Line[] | null) {
      this.setData({ shown: shown(lines ?? [], now()) });
    },
  },
});
