import { createHash } from 'node:crypto';

/** Returns a hash of the lines that an answer covers, and of their amounts. */
export function basisOf(
  members: readonly {
    readonly report_line_key: string | null;
    readonly spend_line_key: string | null;
    readonly amount: string;
  }[],
): string {
  const keys = members
    .map(({ report_line_key, spend_line_key, amount }) => `${report_line_key ?? ''} ${spend_line_key ?? ''} ${amount}`)
    .toSorted();
  return createHash('sha256').update(keys.join('\n')).digest('hex');
}
