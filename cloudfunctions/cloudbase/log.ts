import type { Cloud } from '../cloud.ts';
import { codeOf } from './faults.ts';

const idLike = /^[\w.:-]{1,200}$/;

/**
 * One JSON line for the operator. A message may quote what people wrote, so it stays out: what is left is the
 * kind of fault, its code, the platform's number of the request, and where it came from.
 */
export const log: Cloud['log'] = ({ commandId, error }) => {
  const {
    name,
    stack = '',
    requestId,
  } = error instanceof Error ? (error as Error & { requestId?: unknown }) : never(error);
  const line = {
    level: 'error',
    at: new Date().toISOString(),
    commandId: idLike.test(commandId) ? commandId : '',
    name,
    code: codeOf(error),
    requestId: typeof requestId === 'string' ? requestId : '',
    stack: framesOf(stack),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

function never(thrown: unknown) {
  return { name: typeof thrown, stack: '', requestId: undefined };
}

function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
}
