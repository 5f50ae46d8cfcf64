import { copyOf } from '../../lib/copy';

interface Own {
  timer?: ReturnType<typeof setInterval> | undefined;
}

/** The microphone: a tap begins, a tap ends. Draws only; event `toggle`. `longest`: seconds until it stops by itself. */
Component({
  properties: { speaking: Boolean, more: Boolean, longest: Number },
  data: { t: copyOf('voice'), seconds: 0, share: 0 },
  observers: {
    speaking(speaking: boolean) {
      const own = this as unknown as Own;
      if (own.timer !== undefined) clearInterval(own.timer);
      own.timer = undefined;
      this.setData({ seconds: 0, share: 0 });
      if (speaking) own.timer = setInterval(() => this.tick(), 1000);
    },
  },
  lifetimes: {
    detached() {
      const { timer } = this as unknown as Own;
      if (timer !== undefined) clearInterval(timer);
    },
  },
  methods: {
    tick() {
      const { longest } = this.data;
      const seconds = Math.min(longest, this.data.seconds + 1);
      this.setData({ seconds, share: Math.round((100 * seconds) / longest) });
    },
    toggle() {
      this.triggerEvent('toggle');
    },
  },
});
