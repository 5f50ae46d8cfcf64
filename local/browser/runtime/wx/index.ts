import type { Json } from '../world.ts';
import { account } from './account.ts';
import { createAnimation } from './animation.ts';
import { dialogs } from './dialogs.ts';
import { files } from './files.ts';
import { location } from './location.ts';
import { media } from './media.ts';
import { navigation } from './navigation.ts';
import { network } from './network.ts';
import { queries } from './queries.ts';
import { sound } from './sound.ts';
import { storage } from './storage.ts';
import { system } from './system.ts';
import { tabBar } from './tab-bar.ts';

const provided: Json = {
  ...account,
  ...dialogs,
  ...files,
  ...location,
  ...media,
  ...navigation,
  ...network,
  ...queries,
  ...sound,
  ...storage,
  ...system,
  ...tabBar,
  createAnimation,
  canIUse: (name: string) => (name.split('.')[0] ?? '') in provided,
};

/** Names libraries look for to find out whether a call exists; looking is not calling. */
const OPTIONAL = new Set([
  'onMenuButtonBoundingClientRectWeightChange',
  'offMenuButtonBoundingClientRectWeightChange',
  'getAppAuthorizeSetting',
  'toJSON',
  'then',
]);

/** The wx object: what is not provided throws when it is called, and is remembered. */
export const wx = new Proxy(provided, {
  get(target, name) {
    if (typeof name === 'symbol' || name in target || OPTIONAL.has(name)) return target[name as string];
    return () => {
      window.__onewhistle.missing.push(name);
      throw new Error(`wx.${name} is not provided by the browser runtime`);
    };
  },
});
