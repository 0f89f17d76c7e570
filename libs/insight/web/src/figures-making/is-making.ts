import type { ChoicesShape } from '@tallgrunn/api-client/shapes';

/** Returns whether there are no figures yet and data are being processed: demo data, or submitted files. */
export function isMaking(seen: Pick<ChoicesShape, 'months' | 'making'> | undefined, loading: unknown): boolean {
  return seen?.months.length === 0 && (seen.making !== null || Boolean(loading));
}
