import { newId, send } from './api';
import type { Copy } from './copy';
import type { Reminder } from './domain';
import { sentenceOf } from './screen';

/** Asks WeChat's question; to be called by a tap. True when at least one message was agreed to. */
export async function askToRemind(
  reminders: readonly Reminder[],
  account: string,
  t: Copy<'notices'>,
): Promise<boolean> {
  const said = await questionOf(reminders);
  if (!said) {
    void wx.showToast({ title: t.cannot, icon: 'none' });
    return false;
  }
  const answers = reminders.map(({ purpose, template }) => ({
    purpose,
    accepted: said[template] === 'accept',
  }));
  try {
    await send({
      process: 'account',
      id: account,
      commandId: newId(),
      command: { type: 'consent', answers },
    });
  } catch (error) {
    void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    return false;
  }
  const accepted = answers.some((answer) => answer.accepted);
  void wx.showToast({ title: accepted ? t.agreed : t.refused, icon: 'none' });
  return accepted;
}

async function questionOf(reminders: readonly Reminder[]): Promise<Record<string, unknown> | undefined> {
  try {
    const answer = await wx.requestSubscribeMessage({ tmplIds: reminders.map(({ template }) => template) });
    return { ...answer };
  } catch {
    return undefined;
  }
}
