/** A failure that its reader can act on: printed as one sentence, without a stack. */
export class UserError extends Error {}

const isCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/**
 * Describes failures that an operator can solve in one sentence: the cause and what to do. Any other error keeps its
 * stack.
 */
export function describeError(error: unknown): string {
  if (
    error instanceof UserError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  )
    return error.message;
  if (isCode(error, 'ENOSPC', 'EDQUOT')) return describeFullDisk();
  if (isCode(error, 'EACCES', 'EPERM', 'EROFS'))
    return `${(error as NodeJS.ErrnoException).path ?? 'A file'} may not be read or written by this user: give it to the user who starts Tallgrunn.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export const describeFullDisk = (folder = 'the folder of Tallgrunn'): string =>
  `The disk is full: make room where ${folder} lies, and start again.`;
