import type { Json } from '../world.ts';

type Step = { animates: { type: string; args: unknown[] }[]; option: Json };

const TRANSFORMS =
  'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY translate translate3d translateX translateY translateZ'.split(
    ' ',
  );
const STYLES: Record<string, string> = {
  opacity: 'opacity',
  backgroundColor: 'background-color',
  width: 'width',
  height: 'height',
  top: 'top',
  left: 'left',
  bottom: 'bottom',
  right: 'right',
};

/** Records animation steps for a view to play. */
export function createAnimation(shared: Json = {}): Json {
  let steps: Step[] = [];
  let animates: Step['animates'] = [];
  const animation: Json = {
    step(own: Json = {}) {
      const {
        duration = 400,
        timingFunction = 'linear',
        delay = 0,
        transformOrigin = '50% 50% 0',
      } = { ...shared, ...own };
      steps.push({ animates, option: { transformOrigin, transition: { duration, timingFunction, delay } } });
      animates = [];
      return animation;
    },
    export() {
      const actions = steps;
      steps = [];
      return { actions };
    },
  };
  const record = (type: string, args: unknown[]) => {
    animates.push({ type, args });
    return animation;
  };
  for (const name of TRANSFORMS) animation[name] = (...args: unknown[]) => record(name, args);
  for (const [name, style] of Object.entries(STYLES)) {
    animation[name] = (value: unknown) =>
      record('style', [style, style === 'opacity' || typeof value !== 'number' ? value : `${value}px`]);
  }
  return animation;
}
