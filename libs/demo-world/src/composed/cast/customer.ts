import type { Municipality } from '../../setting/municipalities.ts';
import type { Site } from '../../setting/sites.ts';
import type { DrawnHabit } from '../habits/habit.ts';
import type { BookingHabit } from '../habits/booking/booking-habit.ts';
import type { LedgerForm } from './ledger-form.ts';

/** A municipality, or a body with its ledger at a municipality. */
export interface ComposedCustomer {
  readonly place: Municipality;
  /** Full name. */
  readonly name: string;
  readonly sites: readonly Site[];
  readonly weight: number;
  readonly booking: readonly DrawnHabit<BookingHabit>[];
  readonly form: LedgerForm;
  /** Municipality that runs the ledger for this customer; null if the customer has its own ledger. */
  readonly booksAt: ComposedCustomer | null;
}
