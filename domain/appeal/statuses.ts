import type { Status } from './appeal.ts';
import { appealStatus } from './words.ts';

export const always = Object.keys(appealStatus) as readonly Status[];

const over: readonly Status[] = ['closed', 'declined', 'transferred', 'withdrawn'];

export const open = always.filter((status) => !over.includes(status));
export const openOrClosed: readonly Status[] = [...open, 'closed'];
