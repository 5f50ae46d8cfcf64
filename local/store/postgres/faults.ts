const CONFLICTS = new Set(['40001', '40P01', '55P03']);
const LOST = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03', '53300', '25006'],
]);
const LOST_WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|connection error and is not queryable/;

/** Serialization failure, deadlock or a lock not granted in time: the same work may succeed when run again. */
export function isConflict(fault: unknown): boolean {
  return CONFLICTS.has(codeOf(fault));
}

/** A document to be created is there: its id was to become null. */
export function isTaken(fault: unknown): boolean {
  return codeOf(fault) === '23502';
}

/** The server is away, restarting, or has become a standby. */
export function isLost(fault: unknown): boolean {
  const code = codeOf(fault);
  return (
    LOST.has(code) || code.startsWith('08') || (fault instanceof Error && LOST_WORDS.test(fault.message))
  );
}

function codeOf(fault: unknown): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' ? code : '';
}
