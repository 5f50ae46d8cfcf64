const LOST = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['500', '502', '503', '504', 'SYS_ERR', 'EXCEED_RATELIMIT', 'EXCEED_CONCURRENT_REQUEST_LIMIT'],
]);
/** The server has ended the transaction by itself. */
const ENDED = new Set(['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL']);

/** Somebody else wrote the same document first. */
export function isConflict(fault: unknown): boolean {
  return codeOf(fault) === 'DATABASE_TRANSACTION_CONFLICT';
}

/** The server has ended the transaction: somebody else was first, or it lasted longer than 30 s. */
export function isEnded(fault: unknown): boolean {
  return ENDED.has(codeOf(fault));
}

/** What is in the way may pass: the same work may succeed when run again. */
export function passes(fault: unknown): boolean {
  return isEnded(fault) || LOST.has(codeOf(fault));
}

/** A document with this id is already there. */
export function isDuplicate(fault: unknown): boolean {
  return fault instanceof Error && /E11000|duplicate key/i.test(fault.message);
}

/** The code of the SDK, of the network, or the HTTP status; empty when there is none. */
export function codeOf(fault: unknown): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : '';
}
