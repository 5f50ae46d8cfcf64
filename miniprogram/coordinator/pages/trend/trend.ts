import { ask } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import type { Queries } from '../../../lib/domain';
import { periodPage } from '../../../lib/period-page';
import { blank, contentOf } from './content';

interface Query {
  readonly by?: Queries['trend']['input']['by'];
  readonly key?: string;
  readonly period?: string;
}

/** The street, a grid or a matter: day by day in a month, month by month in a year. */
periodPage<Query>({
  blank: () => ({ t: copyOf('figures'), ...blank }),
  async content(period, { by = 'all', key }) {
    const trend = await ask('trend', { period, by, ...(key && { key }) });
    return contentOf(trend, copyOf('figures'));
  },
});
