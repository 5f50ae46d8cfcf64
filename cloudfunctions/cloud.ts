import type { Office } from '../domain/office/office.ts';
import type { Adviser } from './router/adviser.ts';
import type { Store } from './store.ts';
import type { WeChat } from './wechat/port.ts';

/** Where photos and recordings lie. Nothing in it is public: who may see one gets a link that expires. */
export interface Files {
  /** Keeps a file durably; keeping it again changes nothing. */
  keep(file: { readonly id: string; readonly type: string; readonly content: Uint8Array }): Promise<void>;
  /** Links under which the files can be seen, by id: for `lasts` ms, or {@link linkLasts} at most. */
  links(ids: readonly string[], lasts?: number): Promise<Readonly<Record<string, string>>>;
  /** Throws a file away for good; one that is not there is gone already. */
  drop(id: string): Promise<void>;
}

/** How long a link given to a person can be used at most, in ms: one that is passed on is soon worth nothing. */
export const linkLasts = 600_000;

/** What the place it runs in gives to the cloud: the only way to a clock, a database and files. */
export interface Cloud {
  readonly store: Store;
  /** Epoch ms. */
  now(): number;
  office(): Promise<Office>;
  readonly files: Files;
  /** As much of WeChat's server API as can be reached from here. */
  readonly weChat?: Partial<WeChat>;
  /** Somebody outside who may be asked what an appeal is about; nobody where absent. */
  readonly adviser?: Adviser;
  /** Ends every session of a person, where there are sessions. */
  forget?(person: string): Promise<void>;
  /** One line for the operator; never personal data. */
  log(fault: { readonly commandId: string; readonly error: unknown }): void;
}
