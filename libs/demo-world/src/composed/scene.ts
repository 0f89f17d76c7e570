import type { Day } from '../values/calendar.ts';
import type { Customer } from './cast/customer.ts';
import type { Seller } from './cast/seller.ts';
import type { Size } from './size.ts';

/** Who takes part in a composed world, and when. */
export interface Scene {
  readonly seed: number;
  readonly size: Size;
  readonly firstDay: Day;
  /** The day after the last. */
  readonly endDay: Day;
  readonly quarters: readonly string[];
  readonly sellers: readonly Seller[];
  readonly customers: readonly Customer[];
}
