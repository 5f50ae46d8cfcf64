import { copyOf } from '../../lib/copy';
import { gather } from '../../lib/gather';

interface Given {
  readonly seconds: number;
  /** In an answer, or still on this phone. */
  readonly id?: string;
  readonly path?: string;
}

interface Row {
  readonly src: string;
  readonly zh: string;
  readonly seconds: number;
}

interface Own {
  player?: WechatMiniprogram.InnerAudioContext | undefined;
}

/** Stops what sounds, wherever it is: two voices at once nobody understands. */
let hush = () => {};

/** Recordings to listen to. Event `remove {index}` where they can be removed. */
Component({
  properties: {
    recordings: Array,
    /** Where the recordings of an answer lie, by id. */
    links: Object,
    removable: Boolean,
  },
  data: { t: copyOf('parts'), rows: [] as Row[], playing: -1, share: 0 },
  observers: {
    'recordings, links'(recordings: Given[] | null, links: Record<string, string> | null) {
      const { t, rows: before } = this.data;
      const rows = gather(recordings ?? [], ({ id, path, seconds }) => {
        const src = path ?? links?.[id ?? ''];
        return src ? [{ src, seconds, zh: `${seconds} ${t.seconds}` }] : [];
      });
      if (rows.length < before.length) this.quiet();
      this.setData({ rows });
    },
  },
  lifetimes: {
    detached() {
      this.quiet();
    },
  },
  pageLifetimes: {
    hide() {
      this.quiet();
    },
  },
  methods: {
    tap({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const index = Number(currentTarget.dataset.index);
      const again = this.data.playing === index;
      hush();
      if (!again) this.play(index);
    },
    play(index: number) {
      const row = this.data.rows[index];
      if (!row) return;
      void wx.setInnerAudioOption({ obeyMuteSwitch: false });
      const player = wx.createInnerAudioContext();
      (this as unknown as Own).player = player;
      player.onTimeUpdate(() =>
        this.setData({ share: Math.min(100, Math.round((100 * player.currentTime) / row.seconds)) }),
      );
      player.onEnded(() => this.quiet());
      player.onError(() => {
        this.quiet();
        void wx.showToast({ title: this.data.t.deaf, icon: 'none' });
      });
      player.src = row.src;
      player.play();
      hush = () => this.quiet();
      this.setData({ playing: index, share: 0 });
    },
    quiet() {
      const own = this as unknown as Own;
      own.player?.destroy();
      own.player = undefined;
      if (this.data.playing >= 0) this.setData({ playing: -1, share: 0 });
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('remove', { index: Number(currentTarget.dataset.index) });
    },
  },
});
