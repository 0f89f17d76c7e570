import type { Municipality } from '../../setting/municipalities.ts';
import type { Site } from '../../setting/sites.ts';
import type { Drawn } from '../habits/habit.ts';
import type { BookingHabit } from '../habits/booking/booking-habit.ts';
import type { LedgerForm } from './ledger-form.ts';

/** A municipality, or a body whose books a municipality keeps. */
export interface Customer {
  readonly place: Municipality;
  /** Its name in full. */
  readonly name: string;
  readonly sites: readonly Site[];
  readonly weight: number;
  readonly booking: readonly Drawn<BookingHabit>[];
  readonly form: LedgerForm;
  /** The municipality that keeps its books, where it does not itself. */
  readonly booksAt: Customer | null;
}
