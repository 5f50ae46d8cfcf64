import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk';
import type { Cloud } from '../cloud.ts';
import { collections } from '../collections.ts';
import { officeOf } from '../office-store.ts';
import { adviserOf } from '../router/adviser.ts';
import { openWeChat } from '../wechat/https.ts';
import { filesOf } from './files.ts';
import { log } from './log.ts';
import { openCloudBase } from './store.ts';

/** How long one request to the platform may take, in ms: shorter than the function itself has. */
const timeout = 8000;

let opened: Cloud | undefined;

/** The cloud of the environment the function runs in; opened once per instance. */
export function openCloud(): Cloud {
  opened ??= open();
  return opened;
}

function open(): Cloud {
  const app = init({ env: SYMBOL_CURRENT_ENV, timeout });
  const store = openCloudBase(app, collections);
  return {
    store,
    now: () => Date.now(),
    office: officeOf(store),
    files: filesOf(app),
    log,
    ...weChatOf(),
    ...adviserOf(process.env),
  };
}

/** WeChat's server API, where the functions were given the mini-program's appid and secret. */
function weChatOf(): Pick<Cloud, 'weChat'> {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = process.env;
  return appid && secret ? { weChat: openWeChat({ appid, secret }) } : {};
}
