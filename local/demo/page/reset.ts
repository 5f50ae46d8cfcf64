import { forgetFiles } from '../../browser/runtime/files/kept.ts';
import { forgetEverybody } from '../../browser/runtime/wx/storage.ts';
import { beginAnew } from './calls.ts';
import { setTime } from './clock.ts';
import { onPress, part, rest } from './parts.ts';
import type { Phones } from './phones.ts';

/** Asks first. The phones are off meanwhile, so that none of them keeps what is no longer there. */
export function startReset(phones: Phones): void {
  const dialog = part('reset', HTMLDialogElement);
  const [yes, no] = [part('reset-yes', HTMLButtonElement), part('reset-no', HTMLButtonElement)];
  const busy = (on: boolean) => {
    rest(yes, on);
    rest(no, on);
    part('reset-said', HTMLParagraphElement).textContent = on ? '正在重置，请稍候……' : '';
  };
  dialog.addEventListener('cancel', (event) => {
    if (yes.getAttribute('aria-disabled') === 'true') event.preventDefault();
  });
  onPress(part('anew', HTMLButtonElement), () => dialog.showModal());
  onPress(no, () => dialog.close());
  onPress(yes, async () => {
    busy(true);
    phones.switchOff();
    const time = await beginAnew();
    if (time) forget();
    setTime(time);
    phones.switchOn();
    busy(false);
    dialog.close();
  });
}

function forget(): void {
  forgetEverybody();
  forgetFiles();
}
