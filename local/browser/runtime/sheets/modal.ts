import { make, makeButton } from '../dom.ts';
import { openSheet } from './sheet.ts';

type Modal = {
  title: string;
  content: string;
  cancel?: string;
  confirm: string;
  confirmColor: string;
  cancelColor: string;
  editable: boolean;
  placeholder: string;
};

type ModalAnswer = { confirm: boolean; cancel: boolean; content: string | null };

export function showModal(modal: Modal): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const { panel, close } = openSheet({ kind: 'modal', label: modal.title || modal.content || '提示' });
    const field = make('textarea', 'ow-modal-field', '', {
      placeholder: modal.placeholder,
      'aria-label': modal.placeholder || modal.title,
    });
    field.value = modal.editable ? modal.content : '';
    const answer = (confirm: boolean) => {
      close();
      resolve({ confirm, cancel: !confirm, content: modal.editable && confirm ? field.value : null });
    };
    if (modal.title !== '') panel.append(make('h2', '', modal.title));
    panel.append(modal.editable ? field : make('p', '', modal.content));
    const foot = make('div', 'ow-modal-foot');
    if (modal.cancel !== undefined)
      foot.append(
        coloured(
          makeButton('ow-cancel', modal.cancel, () => answer(false)),
          modal.cancelColor,
        ),
      );
    foot.append(
      coloured(
        makeButton('ow-confirm', modal.confirm, () => answer(true)),
        modal.confirmColor,
      ),
    );
    panel.append(foot);
    if (modal.editable) field.focus();
  });
}

function coloured(button: HTMLButtonElement, colour: string): HTMLButtonElement {
  if (colour !== '') button.style.color = colour;
  return button;
}

/** Answers the index of the chosen item, or nothing when it was cancelled. */
export function showActions(items: string[], colour: string, title: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const answer = (index: number | undefined) => {
      close();
      resolve(index);
    };
    const { panel, close } = openSheet({
      kind: 'actions',
      label: title || '请选择',
      dismiss: () => answer(undefined),
    });
    if (title !== '') panel.append(make('p', 'ow-actions-title', title));
    items.forEach((item, index) => {
      panel.append(
        coloured(
          makeButton('ow-action', item, () => answer(index)),
          colour,
        ),
      );
    });
    panel.append(makeButton('ow-action ow-actions-cancel', '取消', () => answer(undefined)));
  });
}
