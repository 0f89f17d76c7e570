const uncertain = new WeakSet<object>();

/** Whether PostgreSQL itself said that the transaction failed, and not that the connection ended. */
function isRefusal(error: object): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('08') && !code.startsWith('57P');
}

/**
 * Remembers the error of a commit when nobody knows whether it was done: the connection ended before the answer, as
 * when a standby takes over.
 */
export function noteFailedCommit(error: unknown): void {
  if (typeof error === 'object' && error !== null && !isRefusal(error)) uncertain.add(error);
}

/**
 * Whether the transaction may have been committed although this error was thrown. Files that its rows may name must
 * stay: what no row names is cleaned up after an hour.
 */
export const isCommitUncertain = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && uncertain.has(error);
