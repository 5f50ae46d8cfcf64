import { frameOrigin } from '../chrome/frame.ts';
import { launchOptions, offTold, onTold } from '../pages/app.ts';
import { themeName } from '../pages/config.ts';
import type { Json } from '../world.ts';
import { wxCalls } from './call.ts';

const SDK = '3.8.0';
const MENU = { width: 87, height: 32 };

function statusBarHeight(): number {
  return document.querySelector('.ow-status')?.clientHeight ?? 0;
}

function windowInfo() {
  const { width, height, top } = frameOrigin();
  const [screenWidth, screenHeight] = [window.innerWidth, window.innerHeight];
  const safeArea = {
    left: 0,
    top: statusBarHeight(),
    right: screenWidth,
    bottom: screenHeight,
    width: screenWidth,
    height: screenHeight - statusBarHeight(),
  };
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth,
    screenHeight,
    windowWidth: width || screenWidth,
    windowHeight: height || screenHeight,
    statusBarHeight: statusBarHeight(),
    safeArea,
    screenTop: top,
  };
}

function deviceInfo() {
  return {
    brand: 'browser',
    model: 'browser',
    system: window.navigator.platform,
    platform: 'devtools',
    benchmarkLevel: 50,
    abi: '',
    memorySize: 4096,
  };
}

function appInfo() {
  return {
    SDKVersion: SDK,
    version: '8.0.50',
    language: 'zh_CN',
    enableDebug: false,
    theme: themeName(),
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    host: { env: 'WeChat' },
  };
}

function systemInfo() {
  return { ...windowInfo(), ...deviceInfo(), ...appInfo(), errMsg: 'getSystemInfo:ok' };
}

function settings() {
  return { bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' };
}

function menuButton() {
  const top = statusBarHeight() + 6;
  const right = window.innerWidth - 7;
  return { ...MENU, top, right, left: right - MENU.width, bottom: top + MENU.height };
}

const update = {
  onCheckForUpdate: () => {},
  onUpdateReady: () => {},
  onUpdateFailed: () => {},
  applyUpdate: () => window.location.reload(),
};

type Listener = (value: unknown) => void;

function event(name: string, told: string): Record<string, (listener: Listener) => void> {
  return {
    [`on${name}`]: (listener) => onTold(told, listener),
    [`off${name}`]: (listener?: Listener) => offTold(told, listener),
  };
}

export const system = {
  getWindowInfo: windowInfo,
  getSystemInfoSync: systemInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appInfo,
  getSystemSetting: settings,
  getMenuButtonBoundingClientRect: menuButton,
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'browser', envVersion: 'develop', version: '' },
    plugin: {},
  }),
  getUpdateManager: () => update,
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: launchOptions,
  nextTick: (act: () => void) => void Promise.resolve().then(act),
  ...wxCalls({
    getSystemInfo: systemInfo,
    getSystemInfoAsync: systemInfo,
    getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '' }),
    requirePrivacyAuthorize: () => undefined,
    hideKeyboard: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    vibrateShort: () => void window.navigator.vibrate?.(15),
    getRandomValues: ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    }),
    getSetting: () => ({ authSetting: {} as Json }),
  }),
  onNeedPrivacyAuthorization: () => {},
  ...event('ThemeChange', 'themeChange'),
  ...event('AppShow', 'appShow'),
  ...event('AppHide', 'appHide'),
  ...event('Error', 'error'),
  ...event('UnhandledRejection', 'unhandledRejection'),
  ...event('PageNotFound', 'pageNotFound'),
  ...event('WindowResize', 'windowResize'),
};
