import type { Day } from '../values/calendar.ts';
import type { ComposedCustomer } from './cast/customer.ts';
import type { Seller } from './cast/seller.ts';
import type { Size } from './size.ts';

/** The parties and the period of a composed world. */
export interface Scene {
  readonly seed: number;
  readonly size: Size;
  readonly firstDay: Day;
  /** The day after the last day. */
  readonly endDay: Day;
  readonly quarters: readonly string[];
  readonly sellers: readonly Seller[];
  readonly customers: readonly ComposedCustomer[];
}
