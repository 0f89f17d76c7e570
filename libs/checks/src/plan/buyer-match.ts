/** The buyer that a text refers to, and how it was matched. */
export interface BuyerMatch {
  readonly buyer: number;
  readonly how: 'exact' | 'spelling' | 'former-number' | 'former-name' | 'homonym' | 'site' | 'succeeded' | 'divided';
  /** the day the buyer was renamed or replaced */
  readonly since?: string;
  /** for a split: the buyers that resulted from it */
  readonly among?: readonly number[];
}
