import { Refused, taken } from './api';
import { carryBeside, Offline } from './transport';

/** What its owner types on a computer to come in there; good once. */
export interface LoginCode {
  readonly code: string;
  /** Epoch ms. */
  readonly until: number;
}

/** Whether the office has such codes for whoever holds this phone; with no network what it said last. */
export async function hasLoginCode(): Promise<boolean> {
  try {
    const answer = await carryBeside('GET', path);
    const has = answer !== undefined && (taken(answer) as { readonly has: boolean }).has;
    wx.setStorageSync(kept, has);
    return has;
  } catch (error) {
    if (error instanceof Offline) return hadLoginCode();
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** What the office said last, without asking. */
export function hadLoginCode(): boolean {
  return wx.getStorageSync(kept) === true;
}

/** A new one; any before it is void. */
export async function newLoginCode(): Promise<LoginCode> {
  const answer = await carryBeside('POST', path);
  if (answer === undefined) throw new Offline('no own server');
  return taken(answer) as LoginCode;
}

const path = '/session/code';
const kept = 'login-code';
