import { copyOf } from '../../lib/copy';
import { gather } from '../../lib/gather';

/** Thumbnails; a tap shows the photo whole. */
Component({
  properties: {
    ids: Array,
    /** Where the photos of an answer lie, by id. */
    links: Object,
    /** Photos that are still on this phone. */
    paths: Array,
  },
  data: { t: copyOf('parts'), urls: [] as string[] },
  observers: {
    'ids, links, paths'(ids: string[] | null, links: Record<string, string> | null, paths: string[] | null) {
      const linked = gather(ids ?? [], (id) => (links?.[id] ? [links[id]] : []));
      this.setData({ urls: [...linked, ...(paths ?? [])] });
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      const { urls } = this.data;
      void wx.previewImage({ urls, current: urls[Number(event.currentTarget.dataset.index)] ?? '' });
    },
  },
});
