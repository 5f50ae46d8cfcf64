import { newId } from '../../lib/api';

/** Something composed on a page of its own, kept on this phone. The same content goes out under the same id. */
export interface Composed<Content> {
  readonly content: Content;
  readonly commandId: string;
  readonly tried: boolean;
}

export function recallOr<Content>(key: string, first: Content): Composed<Content> {
  return (
    wx.getStorageSync<Composed<Content> | ''>(key) || { content: first, commandId: newId(), tried: false }
  );
}

export function changed<Content>(
  key: string,
  { tried, commandId }: Composed<Content>,
  content: Content,
): Composed<Content> {
  const next = { content, commandId: tried ? newId() : commandId, tried: false };
  wx.setStorageSync(key, next);
  return next;
}

export function tried<Content>(key: string, composed: Composed<Content>): Composed<Content> {
  const next = { ...composed, tried: true };
  wx.setStorageSync(key, next);
  return next;
}
