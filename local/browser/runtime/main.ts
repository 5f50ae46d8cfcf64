import { defineBuiltIns } from './builtins/define.ts';
import { listen, observe } from './engine/handlers.ts';
import { defineBehavior, defineComponent, definePage } from './engine/service.ts';
import { watchErrors, watchWarnings } from './engine/warnings.ts';
import { startHost } from './host/host.ts';
import { defineApp, getApp } from './pages/app.ts';
import { currentPages } from './pages/stack.ts';
import { startPhone } from './phone.ts';
import { wx } from './wx/index.ts';
import { watchNetwork } from './wx/network.ts';

window.__onewhistle = { ...window.__onewhistle, missing: [], start: startPhone, listen, observe };

Object.assign(window, {
  wx,
  App: defineApp,
  Page: definePage,
  Component: defineComponent,
  Behavior: defineBehavior,
  getApp,
  getCurrentPages: () => currentPages().map((page) => page.instance),
});

defineBuiltIns();
watchErrors();
watchWarnings();
watchNetwork();
void startHost();
