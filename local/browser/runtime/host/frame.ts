import { make } from '../dom.ts';
import { person } from '../world.ts';
import { listPeople, type Person } from './people.ts';

/** A phone in a window of its own, so that its widths are a phone's. */
export function makeFrame(address: string, title: string): HTMLIFrameElement {
  return make('iframe', '', '', {
    src: address,
    title,
    allow: 'geolocation; camera; clipboard-write; clipboard-read',
  });
}

/** On a desktop the phone stands in the middle, and whose it is above it. */
export function frameAround(people: Person[]): void {
  document.body.classList.add('ow-desk');
  const device = make('div', 'ow-device');
  const query = new URLSearchParams(window.location.search);
  query.set('frame', '1');
  device.append(makeFrame(`/m?${query}${window.location.hash}`, '手机'));
  if (people.length > 0) document.body.append(around(people, device));
  document.body.append(device);
}

function around(people: Person[], device: HTMLElement): HTMLElement {
  const bar = make('div', 'ow-around');
  const label = make('label', '', '换人');
  const select = make('select');
  listPeople(select, people, person, ({ id }) => {
    window.history.replaceState(null, '', `?${new URLSearchParams({ person: id })}`);
    device.replaceChildren(makeFrame(`/m?${new URLSearchParams({ person: id, frame: '1' })}`, '手机'));
  });
  label.append(select);
  bar.append(label, make('a', '', '三部手机', { href: '/' }));
  return bar;
}
