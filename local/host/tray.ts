import type { Message } from '../../cloudfunctions/wechat/port.ts';
import type { MessageRules } from '../../domain/office/messages.ts';
import type { Office } from '../../domain/office/office.ts';

/** A message that WeChat would have carried. `at` is epoch ms, of the office's clock. */
export interface Tray {
  send(message: Message): Promise<void>;
  /** The newest first. */
  all(): readonly (Message & { readonly at: number })[];
  clear(): void;
}

const most = 100;

/** Where messages lie on a machine that reaches no WeChat, to be looked at. */
export function openTray(now: () => number): Tray {
  let lying: readonly (Message & { readonly at: number })[] = [];
  return {
    async send(message) {
      lying = [{ ...message, at: now() }, ...lying].slice(0, most);
    },
    all: () => lying,
    clear() {
      lying = [];
    },
  };
}

const templates: MessageRules['templates'] = {
  progress: { id: 'demo-progress', fields: { what: 'thing1', number: 'character_string2', at: 'time3' } },
  work: { id: 'demo-work', fields: { what: 'thing1', number: 'character_string2', at: 'time3' } },
};

/** The office as it is shown: it has templates, though WeChat knows nothing of them. */
export function withTemplates(office: Office): Office {
  const { rules } = office;
  return { ...office, rules: { ...rules, messages: { ...rules.messages, templates } } };
}
