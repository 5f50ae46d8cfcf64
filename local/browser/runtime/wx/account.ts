import { showToast } from '../sheets/toast.ts';
import { person, textOf } from '../world.ts';
import { wxCalls } from './call.ts';

let copied = '';

async function paste(): Promise<string> {
  try {
    return await window.navigator.clipboard.readText();
  } catch {
    return copied;
  }
}

export const account = wxCalls({
  login: async () => ({ code: (await window.__onewhistle.login?.()) ?? `demo:${person}` }),
  checkSession: () => undefined,
  setClipboardData: async ({ data }) => {
    copied = textOf(data);
    await window.navigator.clipboard?.writeText(copied).catch(() => {});
    showToast({ title: '内容已复制', icon: 'success', mask: false, duration: 1500 });
  },
  getClipboardData: async () => ({ data: await paste() }),
});
