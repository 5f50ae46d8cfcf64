import { copyOf } from '../../lib/copy';
import { periodPage } from '../../lib/period-page';
import { askOrRecall, noteOf } from '../../lib/seen';
import { blank, contentOf } from './content';

periodPage({
  blank: () => ({ t: copyOf('public'), ...blank }),
  async content(month) {
    const figures = await askOrRecall('publicFigures', { month });
    return { ...contentOf(figures.value, copyOf('public')), note: noteOf(figures) };
  },
});
