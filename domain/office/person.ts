import type { Role } from '../kernel/process.ts';

/** Somebody on the roster. Who is not on it is a resident. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What stands under the name: 住建局 经办人. */
  readonly title: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
  readonly grids?: readonly string[];
  readonly phone?: string;
}
