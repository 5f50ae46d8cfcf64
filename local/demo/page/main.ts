import { findPeople } from '../../browser/runtime/host/people.ts';
import { startClock } from './clock.ts';
import { keepTogether } from './live.ts';
import { complain, onPress, part } from './parts.ts';
import { drawPhones } from './phones.ts';
import { startReset } from './reset.ts';
import { drawTabs } from './tabs.ts';
import { startTray } from './tray.ts';

async function start(): Promise<void> {
  const people = await findPeople();
  if (people.length === 0) return complain('没有读到演示人员。请看看 npm start 是否还在运行，然后刷新本页。');
  const phones = drawPhones(part('phones', HTMLElement), people, (phone) => tabs.name(phone));
  const tabs = drawTabs(part('tabs', HTMLElement), phones.all);
  const look = startTray(people);
  const tell = keepTogether(phones.all);
  startClock(() => {
    tell();
    look();
  });
  startReset(phones);
  window.addEventListener('hashchange', () => location.reload());
}

const more = part('more', HTMLButtonElement);
onPress(more, () => {
  more.setAttribute('aria-expanded', String(more.getAttribute('aria-expanded') !== 'true'));
});
void start();
