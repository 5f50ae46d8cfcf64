import { copyOf } from '../../../lib/copy';

/** Which of last month's appeals a change of the catalogue would send elsewhere. `preview`: Preview of the domain. */
Component({
  properties: { preview: Object },
  data: { t: copyOf('moved') },
});
