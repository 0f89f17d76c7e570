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
  /** The product it is really about, where the flaw is that it is about another. */
  confusedWith: Item | null;
}
