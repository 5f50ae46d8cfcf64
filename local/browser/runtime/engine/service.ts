import { component, type glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Json, Service } from '../world.ts';
import { PageBackend } from './backend.ts';
import { normalise, normaliseBehavior } from './definitions.ts';
import { queueReady } from './ready.ts';

export type UnitConfig = {
  path: string;
  page: boolean;
  json: { light: Json; dark: Json };
  using: Record<string, string>;
  isolation: 'isolated' | 'apply-shared' | 'shared';
  scope: string | null;
};

const environment = new MiniProgramEnv();
const space = environment.createCodeSpace('app', true);
const backend = environment.associateBackend(new PageBackend());
const units = new Map<string, UnitConfig>();
const ensured = new Set<string>();
let service: Service | undefined;
let running = '';

export function unitOf(path: string): UnitConfig | undefined {
  return units.get(path);
}

export function createRoot(path: string) {
  ensure(path);
  return backend.createRoot('page', space, path);
}

export function installService(given: Service): void {
  service = given;
  for (const unit of given.units) {
    units.set(unit.path, unit);
    space.addComponentStaticConfig(unit.path, {
      ...unit.json.light,
      component: !unit.page,
      usingComponents: unit.using,
      styleIsolation: unit.isolation as never,
    });
    if (unit.scope !== null) space.addStyleSheet(unit.path, undefined, unit.scope);
    const content = given.templates[unit.path];
    if (content !== undefined) {
      space.addCompiledTemplate(unit.path, {
        groupList: given.templates as never,
        content: content as never,
        fallbackListenerOnNativeNode: true,
      });
    }
  }
  keepIdsInDocument();
  checkSetData();
  space.setOverallBehavior(readyBehavior());
}

export function defineComponent(definition: Json): void {
  space
    .component(running)
    .definition(normalise(definition) as never)
    .register();
}

export function definePage(definition: Json): void {
  space
    .component(running)
    .pageDefinition(normalise(definition) as never)
    .register();
}

export function defineBehavior(definition: Json): unknown {
  return space
    .behavior()
    .definition(normaliseBehavior(definition) as never)
    .register();
}

/** Runs a unit's script once, after those of the components it uses. */
function ensure(path: string): void {
  if (ensured.has(path)) return;
  ensured.add(path);
  for (const target of Object.values(units.get(path)?.using ?? {})) ensure(target.slice(1));
  const before = running;
  running = path;
  service?.scripts[path]?.();
  running = before;
}

type Preparing = {
  prepareComponentOptions: (path: string, options: unknown) => [glassEasel.ComponentOptions, unknown];
};

/** Ids stay as written, so that #id in a style works. */
function keepIdsInDocument(): void {
  const preparing = space as unknown as Preparing;
  const prepare = preparing.prepareComponentOptions.bind(space);
  preparing.prepareComponentOptions = (path, options) => {
    const [prepared, isolation] = prepare(path, options);
    return [{ ...prepared, writeIdToDOM: true, idPrefixGenerator: null }, isolation];
  };
}

function readyBehavior(): glassEasel.GeneralBehavior {
  return space
    .getComponentSpace()
    .defineWithMethodCaller()
    .lifetime('attached', function attached(this: unknown) {
      queueReady((this as { _$: glassEasel.GeneralComponent })._$);
    })
    .registerBehavior() as unknown as glassEasel.GeneralBehavior;
}

const LIMIT = 64 * 1024;

/** WeChat serialises setData: too much of it, or undefined, is a mistake worth hearing about. */
function checkSetData(): void {
  const proto = component.ComponentCaller.prototype as unknown as {
    setData: (this: { is: string }, data: Json, done?: () => void) => void;
    triggerEvent: (
      this: { _$: glassEasel.GeneralComponent },
      name: string,
      detail?: unknown,
      options?: Json,
    ) => void;
  };
  const { setData } = proto;
  proto.setData = function check(data, done) {
    if (!this.is.startsWith('miniprogram_npm/')) complain(this.is, data);
    setData.call(this, data, done);
  };
  proto.triggerEvent = function trigger(name, detail = {}, options = {}) {
    this._$.triggerEvent(name, detail, options);
  };
}

function complain(path: string, data: Json): void {
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) console.error(`setData in ${path}: ${name} is undefined`);
  }
  const size = JSON.stringify(data).length;
  if (size > LIMIT) console.error(`setData in ${path}: ${size} characters is over ${LIMIT}`);
}
