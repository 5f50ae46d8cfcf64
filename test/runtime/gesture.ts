import type { Mode, Phone } from '../support/handset.ts';
import { the } from './within.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export async function middleOf(phone: Phone, id: string): Promise<Point> {
  const element = await the(phone, id);
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${id} is not there`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Goes down at a point, over others, and up at the last. */
export async function drag(phone: Phone, mode: Mode, from: Point, ...over: readonly Point[]): Promise<void> {
  const hand = mode === 'mouse' ? mouseOf(phone) : await fingerOf(phone);
  await hand.down(from);
  for (const point of over) await hand.move(point);
  await hand.up();
}

/** Stays down at a point until something has come true. */
export async function hold(
  phone: Phone,
  mode: Mode,
  at: Point,
  until: () => Promise<unknown>,
): Promise<void> {
  const hand = mode === 'mouse' ? mouseOf(phone) : await fingerOf(phone);
  await hand.down(at);
  await until();
  await hand.up();
}

function mouseOf({ page: { mouse } }: Phone) {
  return {
    down: async ({ x, y }: Point) => {
      await mouse.move(x, y);
      await mouse.down();
    },
    move: ({ x, y }: Point) => mouse.move(x, y, { steps: 2 }),
    up: () => mouse.up(),
  };
}

async function fingerOf({ page }: Phone) {
  const finger = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (point: Point) => send('touchStart', [point]),
    move: (point: Point) => send('touchMove', [point]),
    up: () => send('touchEnd', []),
  };
}
