import type { Patch } from '@tallgrunn/checks';

/** One answer may settle many findings: a patch that was given twice is given once. */
export function distinct(patches: readonly Patch[]): readonly Patch[] {
  return [...new Map(patches.map((patch) => [JSON.stringify(patch), patch])).values()];
}
