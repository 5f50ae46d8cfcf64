import { ask } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import { periodPage } from '../../../lib/period-page';
import { blank, contentOf } from './content';

periodPage({
  blank: () => ({ t: copyOf('figures'), ...blank }),
  content: async (period) => contentOf(await ask('myFigures', { period }), copyOf('figures')),
});
