import { phoneUnits } from '../engine/backend.ts';
import { isJson, type Json, textOf } from '../world.ts';
import { BuiltIn } from './base.ts';

/** A view plays what wx.createAnimation exported. */
export class WxView extends BuiltIn {
  protected override update(changed: ReadonlySet<string>): void {
    const animation = this.prop('animation');
    if (!changed.has('animation') || !isJson(animation) || !Array.isArray(animation.actions)) return;
    void this.#play(animation.actions.filter(isJson));
  }

  async #play(actions: Json[]): Promise<void> {
    for (const { animates, option } of actions) {
      const { duration = 0, timingFunction = 'linear', delay = 0 } = timing(option);
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
      this.style.transition = `all ${Number(duration)}ms ${textOf(timingFunction)} ${Number(delay)}ms`;
      this.#apply(Array.isArray(animates) ? animates.filter(isJson) : []);
      await new Promise((resolve) => window.setTimeout(resolve, Number(duration) + Number(delay)));
    }
  }

  #apply(animates: Json[]): void {
    const transforms: string[] = [];
    for (const { type, args } of animates) {
      const values = Array.isArray(args) ? args : [];
      if (type === 'style') this.style.setProperty(textOf(values[0]), phoneUnits(textOf(values[1])));
      else transforms.push(transformOf(textOf(type), values));
    }
    if (transforms.length > 0) this.style.transform = transforms.join(' ');
  }
}

function timing(option: unknown): Json {
  return isJson(option) && isJson(option.transition) ? option.transition : {};
}

function transformOf(type: string, values: unknown[]): string {
  const unit = /^translate/.test(type) ? 'px' : /^(rotate|skew)/.test(type) ? 'deg' : '';
  const written = values.map((value) => (typeof value === 'number' ? `${value}${unit}` : textOf(value)));
  return `${type}(${written.join(',')})`;
}
