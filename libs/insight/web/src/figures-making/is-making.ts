import type { ChoicesShape } from '@tallgrunn/api-client/shapes';

/** There is nothing to show yet, and something is being read or reckoned: a demo that is loaded, or files somebody handed in. */
export function isMaking(seen: Pick<ChoicesShape, 'months' | 'making'> | undefined, loading: unknown): boolean {
  return seen?.months.length === 0 && (seen.making !== null || Boolean(loading));
}
