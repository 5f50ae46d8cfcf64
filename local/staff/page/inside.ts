import { make } from '../../browser/runtime/dom.ts';
import { onPress, part } from '../../demo/page/parts.ts';
import { end, isIn, myName, type OpenSession, sessions } from './calls.ts';

const kinds: Readonly<Record<OpenSession['kind'], string>> = { phone: '微信小程序', browser: '浏览器' };
const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Who is in, and where else. Calls back when nobody is in any more. */
export async function drawInside(left: () => void): Promise<void> {
  const name = await myName();
  const open = name === undefined ? undefined : await sessions();
  if (open === undefined) {
    if (!isIn()) left();
    return;
  }
  part('name', HTMLSpanElement).textContent = name ?? '';
  const again = () => drawInside(left);
  part('sessions', HTMLUListElement).replaceChildren(...open.map((session) => lineOf(session, again)));
}

export function startInside(left: () => void): void {
  onPress(part('work', HTMLButtonElement), () => location.assign('/m'));
  onPress(part('out', HTMLButtonElement), async () => {
    if (await end()) left();
  });
}

function lineOf({ id, kind, own, openedAt, usedAt }: OpenSession, again: () => unknown): HTMLElement {
  const what = make('div');
  what.append(
    make('p', '', own ? `${kinds[kind]}（这里）` : kinds[kind]),
    make('p', 'soft', `${clock.format(openedAt)} 登录，${clock.format(usedAt)} 用过`),
  );
  const out = make('button', '', '退出', { type: 'button', 'aria-label': `退出${kinds[kind]}` });
  onPress(out, async () => {
    await end(id);
    await again();
  });
  const line = make('li');
  line.append(what, out);
  return line;
}
