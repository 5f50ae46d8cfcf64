import type { Cited } from '../../domain/kernel/process.ts';
import { importanceOf, tellsAnything } from '../../domain/office/messages.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Doc } from '../store.ts';

/** A line of an inbox. `tellAt`: its people are still to be told by WeChat; whoever comes after that time does it. */
export interface InboxDoc extends Doc, Cited {
  /** `person:`, `unit:` or `role:` and whose. */
  readonly to: string;
  readonly about: string;
  readonly process: string;
  readonly id: string;
  readonly at: number;
  readonly tellAt?: number | null;
  readonly tells?: number;
}

/** What stands beside a notice that WeChat may carry; nothing where the office sends no messages. */
export function telling(about: string, at: number, { rules: { messages } }: Office): Partial<InboxDoc> {
  if (!tellsAnything(messages) || importanceOf(messages, about) === 0) return {};
  return { tellAt: at, tells: 0 };
}
