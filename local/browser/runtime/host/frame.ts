import { make } from '../dom.ts';
import { mountPicker, type Person } from './people.ts';

/** On a desktop the phone is a window of its own, so that its widths are a phone's. */
export function frameAround(people: Person[]): void {
  document.body.classList.add('ow-desk');
  const query = new URLSearchParams(window.location.search);
  query.set('frame', '1');
  const device = make('div', 'ow-device');
  const frame = make('iframe', '', '', {
    src: `/m?${query}${window.location.hash}`,
    title: '手机',
    allow: 'geolocation; microphone; camera; clipboard-write; clipboard-read',
  });
  device.append(frame);
  document.body.append(device);
  if (people.length === 0) return;
  mountPicker(document.body, people, ({ id }) => {
    query.set('person', id);
    window.history.replaceState(null, '', `?${new URLSearchParams({ person: id })}`);
    frame.src = `/m?${query}`;
  });
}
