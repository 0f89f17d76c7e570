import type { Item } from '../catalogue/item.ts';
import type { Day } from '../values/calendar.ts';

export type Flaw =
  'none' | 'expired' | 'unit-pack' | 'unit-area' | 'old-basis' | 'unverified' | 'negative' | 'scale' | 'other-product';

export interface Declaration {
  item: Item;
  flaw: Flaw;
  number: string;
  validFrom: Day;
  validTo: Day;
  submittedAt: string;
  by: string;
  /** The product that the declaration is really about, where the flaw is a confused product; otherwise null. */
  confusedWith: Item | null;
}
