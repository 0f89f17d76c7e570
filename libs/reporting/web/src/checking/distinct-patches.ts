import type { Patch } from '@tallgrunn/checks';

/** Removes duplicate patches: one patch may resolve several findings. */
export function distinctPatches(patches: readonly Patch[]): readonly Patch[] {
  return [...new Map(patches.map((patch) => [JSON.stringify(patch), patch])).values()];
}
