import { make } from '../dom.ts';
import { resolveUrl } from '../files/store.ts';
import { showActions, showModal } from '../sheets/modal.ts';
import { showPictures } from '../sheets/preview.ts';
import { openSheet } from '../sheets/sheet.ts';
import { hideToast, showToast } from '../sheets/toast.ts';
import { strings, textOf } from '../world.ts';
import { Failure, type Options, wxCalls } from './call.ts';

export const dialogs = wxCalls({
  showToast: async ({ title, icon, image, mask, duration }) => {
    const picture = textOf(image) === '' ? {} : { image: await resolveUrl(textOf(image)) };
    showToast({
      title: textOf(title),
      icon: textOf(icon) || 'success',
      mask: mask === true,
      duration: Number(duration ?? 1500),
      ...picture,
    });
  },
  hideToast: () => hideToast(),
  showLoading: ({ title, mask }) =>
    showToast({ title: textOf(title), icon: 'loading', mask: mask === true, duration: 0 }),
  hideLoading: () => hideToast(),
  showModal: (options) => ask(options),
  showActionSheet: async ({ itemList, itemColor, alertText }) => {
    const items = strings(itemList);
    if (items.length === 0 || items.length > 6)
      throw new Failure('parameter error: itemList should have 1 to 6 items');
    const tapIndex = await showActions(items, textOf(itemColor), textOf(alertText));
    if (tapIndex === undefined) throw new Failure('cancel');
    return { tapIndex };
  },
  previewImage: ({ urls, current }) => {
    const all = strings(urls);
    return showPictures(
      all,
      typeof current === 'number' ? current : Math.max(0, all.indexOf(textOf(current))),
    );
  },
  makePhoneCall: ({ phoneNumber }) => callNumber(textOf(phoneNumber)),
  requestSubscribeMessage: ({ tmplIds }) => subscribe(strings(tmplIds)),
});

function ask({
  title,
  content,
  showCancel,
  cancelText,
  confirmText,
  confirmColor,
  cancelColor,
  editable,
  placeholderText,
}: Options) {
  return showModal({
    title: textOf(title),
    content: textOf(content),
    ...(showCancel === false ? {} : { cancel: textOf(cancelText) || '取消' }),
    confirm: textOf(confirmText) || '确定',
    confirmColor: textOf(confirmColor),
    cancelColor: textOf(cancelColor),
    editable: editable === true,
    placeholder: textOf(placeholderText),
  });
}

async function subscribe(ids: string[]) {
  const { confirm } = await showModal({
    title: '接收服务通知',
    content: '办理有进展时，用服务通知告诉我',
    cancel: '拒绝',
    confirm: '允许',
    confirmColor: '',
    cancelColor: '',
    editable: false,
    placeholder: '',
  });
  return Object.fromEntries(ids.map((id) => [id, confirm ? 'accept' : 'reject']));
}

function callNumber(number: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (called: boolean) => {
      close();
      if (called) resolve();
      else reject(new Failure('cancel'));
    };
    const { panel, close } = openSheet({
      kind: 'actions',
      label: `拨打 ${number}`,
      dismiss: () => finish(false),
    });
    const call = make('a', 'ow-action', `呼叫 ${number}`, { href: `tel:${number}` });
    const cancel = make('button', 'ow-action ow-actions-cancel', '取消', { type: 'button' });
    call.addEventListener('click', () => finish(true));
    cancel.addEventListener('click', () => finish(false));
    panel.append(call, cancel);
  });
}
