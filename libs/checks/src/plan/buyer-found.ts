/** Which buyer a text means, and how it was known. */
export interface BuyerFound {
  readonly buyer: number;
  readonly how: 'exact' | 'spelling' | 'former-number' | 'former-name' | 'homonym' | 'site' | 'succeeded' | 'divided';
  /** the day it took another name, or another took its place */
  readonly since?: string;
  /** of a division: those that came of it */
  readonly among?: readonly number[];
}
