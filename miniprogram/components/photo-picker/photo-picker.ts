import { copyOf } from '../../lib/copy';
import { choosePhotos, mostPhotos, throwAway } from '../../lib/photos';

/** Chooses photos and keeps them on this phone. Event `change {paths}`: the page sets `paths` anew. */
Component({
  properties: { paths: Array },
  data: { t: copyOf('parts'), most: mostPhotos },
  methods: {
    async add() {
      const paths = this.data.paths as string[];
      const more = await choosePhotos(mostPhotos - paths.length);
      if (more.length > 0) this.triggerEvent('change', { paths: [...paths, ...more].slice(0, mostPhotos) });
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      const gone = Number(event.currentTarget.dataset.index);
      const paths = this.data.paths as string[];
      throwAway(paths.slice(gone, gone + 1));
      this.triggerEvent('change', { paths: paths.filter((_, place) => place !== gone) });
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const urls = this.data.paths as string[];
      void wx.previewImage({ urls, current: urls[Number(event.currentTarget.dataset.index)] ?? '' });
    },
  },
});
