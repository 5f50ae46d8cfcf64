import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { frameOrigin } from '../chrome/frame.ts';
import { hoverEnd, hoverStart } from './hover.ts';
import { type Node, nodeOf } from './nodes.ts';

type Point = { identifier: number; clientX: number; clientY: number };
type PagePoint = Point & { pageX: number; pageY: number };

const MOVED = 10;
const LONG_PRESS = 350;
const SCROLLERS = 'wx-scroll-view, wx-picker-view, wx-swiper, textarea, .leaflet-container';

let target: Element | null = null;
let origin: Point | null = null;
let moved = false;
let pressed = false;
let timer = 0;
let touched = 0;

/** Turns touches, the mouse and clicks into the events pages know. */
export function watchGestures(): void {
  const passive = { capture: true, passive: true };
  document.addEventListener(
    'touchstart',
    (event) => begin(event.target, points(event.touches), points(event.changedTouches), true),
    passive,
  );
  document.addEventListener('touchmove', onTouchMove, { capture: true, passive: false });
  document.addEventListener(
    'touchend',
    (event) => end('touchend', points(event.touches), points(event.changedTouches)),
    passive,
  );
  document.addEventListener(
    'touchcancel',
    (event) => end('touchcancel', points(event.touches), points(event.changedTouches)),
    passive,
  );
  document.addEventListener('mousedown', onMouseDown, true);
  document.addEventListener('mousemove', onMouseMove, true);
  document.addEventListener('mouseup', onMouseUp, true);
  document.addEventListener('click', onClick, true);
  for (const name of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    document.addEventListener(name, (event) => onOwn(event), true);
  }
}

function points(touches: TouchList): Point[] {
  return [...touches].map(({ identifier, clientX, clientY }) => ({ identifier, clientX, clientY }));
}

function mousePoint(event: MouseEvent): Point[] {
  return [{ identifier: 0, clientX: event.clientX, clientY: event.clientY }];
}

/** Shortly after a touch the browser invents mouse events; those are not the mouse's. */
function inventedMouse(): boolean {
  return Date.now() - touched < 800;
}

function begin(at: EventTarget | null, touches: Point[], changed: Point[], byTouch: boolean): void {
  if (byTouch) touched = Date.now();
  if (!(at instanceof Element)) return;
  target = at;
  origin = changed[0] ?? null;
  moved = false;
  pressed = false;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => longPress(touches), LONG_PRESS);
  hoverStart(at);
  dispatch('touchstart', touches, changed);
}

function longPress(touches: Point[]): void {
  if (moved || target === null) return;
  const heard = hasListener(nodeOf(target), ['longpress', 'longtap']);
  pressed = heard;
  dispatch('longpress', touches, touches);
  dispatch('longtap', touches, touches);
}

function move(touches: Point[], changed: Point[]): boolean {
  const [point] = changed;
  if (origin !== null && point !== undefined) {
    const far = Math.hypot(point.clientX - origin.clientX, point.clientY - origin.clientY) > MOVED;
    if (far && !moved) {
      moved = true;
      window.clearTimeout(timer);
      hoverEnd(true);
    }
  }
  return dispatch('touchmove', touches, changed);
}

function end(type: 'touchend' | 'touchcancel', touches: Point[], changed: Point[]): void {
  touched = origin !== null && type === 'touchend' ? Date.now() : touched;
  window.clearTimeout(timer);
  hoverEnd(type === 'touchcancel');
  dispatch(type, touches, changed);
}

function onTouchMove(event: TouchEvent): void {
  const caught = move(points(event.touches), points(event.changedTouches));
  const inner = target?.closest(SCROLLERS);
  if (caught && (inner === null || inner === undefined) && event.cancelable) event.preventDefault();
}

function onMouseDown(event: MouseEvent): void {
  if (inventedMouse() || event.button !== 0) return;
  begin(event.target, mousePoint(event), mousePoint(event), false);
}

function onMouseMove(event: MouseEvent): void {
  if (inventedMouse() || event.buttons !== 1 || target === null) return;
  move(mousePoint(event), mousePoint(event));
}

function onMouseUp(event: MouseEvent): void {
  if (inventedMouse() || target === null) return;
  touched = 0;
  window.clearTimeout(timer);
  hoverEnd(false);
  dispatch('touchend', [], mousePoint(event));
}

function onClick(event: MouseEvent): void {
  const suppressed = event.detail > 0 && (moved || pressed);
  moved = false;
  pressed = false;
  if (!(event.target instanceof Element)) return;
  if (suppressed) {
    event.stopPropagation();
    event.preventDefault();
    return;
  }
  if (nodeOf(event.target) === undefined) return;
  target = event.target;
  if (target.closest('wx-button[disabled]') !== null) return;
  const detail = tapDetail(event, target);
  if (detail !== undefined) dispatch('tap', mousePoint(event), mousePoint(event), detail);
}

type Tapped = Element & { tapDetail?: (event: MouseEvent) => unknown };

/** Where on the page the tap was; a map says it in degrees, and hears none for what lies on it. */
function tapDetail(event: MouseEvent, at: Element): unknown {
  const map: Tapped | null = at.closest('wx-map');
  if (map?.tapDetail !== undefined) return map.tapDetail(event);
  const { left, top } = frameOrigin();
  return { x: event.clientX - left, y: event.clientY - top };
}

function onOwn(event: Event): void {
  const node =
    event.target instanceof Element
      ? (event.target as Element & { __wxElement?: Node }).__wxElement
      : undefined;
  if (node !== undefined) glassEasel.Event.triggerEvent(node, event.type, {}, {});
}

function inFrame(point: Point): PagePoint {
  const { left, top } = frameOrigin();
  const clientX = point.clientX - left;
  const clientY = point.clientY - top;
  return { identifier: point.identifier, clientX, clientY, pageX: clientX, pageY: clientY + scrolled() };
}

function scrolled(): number {
  return document.querySelector('.ow-frame:not([hidden]) > .ow-scroll')?.scrollTop ?? 0;
}

/** Answers whether a `catch` handler took the event. */
function dispatch(type: string, touches: Point[], changed: Point[], detail: unknown = {}): boolean {
  const node = nodeOf(target);
  if (node === undefined) return false;
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches: touches.map(inFrame), changedTouches: changed.map(inFrame) },
  });
  glassEasel.Event.dispatchEvent(node, event);
  return event.defaultPrevented();
}

type Listening = { _$eventTarget?: { listeners: Record<string, unknown> } };

function hasListener(node: Node | undefined, names: string[]): boolean {
  for (
    let at: Node | null | undefined = node;
    at !== null && at !== undefined;
    at = at.getComposedParent() as Node | null
  ) {
    const listeners = (at as unknown as Listening)._$eventTarget?.listeners;
    if (listeners !== undefined && names.some((name) => name in listeners)) return true;
  }
  return false;
}
