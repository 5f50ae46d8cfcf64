import type { Office } from '../domain/office/office.ts';
import type { Store } from './store.ts';

/** What the place it runs in gives to the cloud: the only way to a clock, a database and files. */
export interface Cloud {
  readonly store: Store;
  /** Epoch ms. */
  now(): number;
  office(): Promise<Office>;
  /** Links under which the files can be seen for a short while, by id. */
  links(files: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** One line for the operator; never personal data. */
  log(fault: { readonly commandId: string; readonly error: unknown }): void;
}
