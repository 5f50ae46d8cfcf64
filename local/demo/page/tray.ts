import { beijing } from '../../../domain/time/calendar.ts';
import { make } from '../../browser/runtime/dom.ts';
import type { Person } from '../../browser/runtime/host/people.ts';
import { readTray, type Sent } from './calls.ts';
import { part } from './parts.ts';

/** How often the tray is looked into, in ms. */
const often = 3000;

/** Shows what WeChat would have carried to whom. Returns how to look at once. */
export function startTray(people: readonly Person[]): () => void {
  const look = async () => {
    if (document.hidden) return;
    const sent = await readTray();
    if (sent) draw(sent, people);
  };
  setInterval(look, often);
  void look();
  return () => void look();
}

function draw(sent: readonly Sent[], people: readonly Person[]): void {
  part('tray-count', HTMLElement).textContent = sent.length > 0 ? `${sent.length} 条` : '还没有';
  part('tray-list', HTMLOListElement).replaceChildren(...sent.map((each) => row(each, people)));
}

function row({ openid, at, fields }: Sent, people: readonly Person[]): HTMLLIElement {
  const who = people.find(({ id }) => id === openid)?.name ?? openid;
  const item = make('li');
  const { thing1 = '', character_string2: number = '' } = fields;
  item.append(
    make('strong', '', thing1),
    make('span', 'soft', `发给${who} · ${number} · ${beijing(at).format('M月D日 HH:mm')}`),
  );
  return item;
}
