import { beijing } from '../../../domain/time/calendar.ts';
import { showLength } from '../../../domain/time/show.ts';
import { make } from '../../browser/runtime/dom.ts';
import { moveTime, readTime, type Time } from './calls.ts';
import { onPress, part, rest } from './parts.ts';

let offset = 0;
/** The office's clock less this machine's: this machine need not be the one that serves. */
let ahead = 0;

/** Shows the office's time; `moved` is called when the buttons have moved it. */
export function startClock(moved: () => void): void {
  const back = part('back', HTMLButtonElement);
  const steps = [...document.querySelectorAll<HTMLButtonElement>('[data-ahead]')];
  const move = async (to: number) => {
    for (const button of [...steps, back]) rest(button, true);
    const time = await moveTime(to);
    for (const button of steps) rest(button, false);
    setTime(time ?? { now: Date.now() + ahead, offset });
    if (time) moved();
  };
  for (const step of steps) onPress(step, () => move(offset + Number(step.dataset.ahead)));
  onPress(back, () => move(0));
  const ask = async () => setTime(await readTime());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void ask();
  });
  setInterval(tick, 1000);
  void ask();
}

export function setTime(time: Time | undefined): void {
  if (!time) return;
  offset = time.offset;
  ahead = time.now - Date.now();
  rest(part('back', HTMLButtonElement), offset === 0);
  const way = offset > 0 ? '拨快' : '拨慢';
  part('moved', HTMLElement).textContent = offset === 0 ? '' : `时钟已${way} ${showLength(offset)}`;
  tick();
}

function tick(): void {
  const now = beijing(Date.now() + ahead);
  const place = part('time', HTMLTimeElement);
  place.dateTime = now.format();
  const words = `${now.format('M月D日')} 周${'日一二三四五六'[now.day()]} ${now.format('HH:mm:ss')}`;
  place.replaceChildren(make('span', 'year', now.format('YYYY年')), words);
}
