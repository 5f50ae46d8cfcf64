import { leave, listen, now } from '../../lib/clock';
import type { Ball } from '../../lib/domain';
import { type Countdown, countdown } from './countdown';

/** In whose hands it is, and how long there is still. */
Component({
  properties: {
    ball: Object,
    /** Epoch ms to count from; 0: the running clock. */
    now: Number,
    /** Smaller, for a list. */
    compact: Boolean,
  },
  data: { sentence: '', spoken: '', clock: null as Countdown | null },
  observers: {
    'ball, now'() {
      this.draw();
    },
  },
  lifetimes: {
    attached() {
      listen(this, () => this.draw());
    },
    detached() {
      leave(this);
    },
  },
  pageLifetimes: {
    show() {
      this.draw();
    },
  },
  methods: {
    draw() {
      const ball = this.data.ball as Ball | null;
      if (!ball?.sentence) return;
      const clock = countdown(ball, this.data.now || now()) ?? null;
      const spoken = clock ? `${ball.sentence}，${clock.left} ${clock.provisional}` : ball.sentence;
      if (spoken !== this.data.spoken) this.setData({ sentence: ball.sentence, clock, spoken });
    },
  },
});
