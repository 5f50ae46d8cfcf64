import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../domain/contract.ts';
import type { Host } from './server.ts';

/** The most a call may weigh, in bytes: a photo in base64 and what is around it. */
const heaviest = 6 * 1024 * 1024;

export const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'SAMEORIGIN',
};

export function failure({ cloud }: Host, kind: 'refusal' | 'input' | 'fault', message: string) {
  return { ok: false, now: cloud.now(), kind, message, code: kind, field: '', commandId: '' };
}

export function success({ cloud }: Host, value: object): Answer {
  return { ok: true, now: cloud.now(), value, links: {} };
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...guards,
  };
  response.writeHead(status, headers).end(JSON.stringify(value));
}

export const unreadable = Symbol('unreadable');

export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request, heaviest);
  if (bytes === undefined) return unreadable;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return unreadable;
  }
}

/** The body, or `undefined` when it is heavier than `most` bytes; what is too much is not kept. */
export async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let weight = 0;
  for await (const part of request) {
    weight += part.length;
    if (weight <= most) parts.push(part);
  }
  return weight <= most ? Buffer.concat(parts) : undefined;
}
