import type { LedgerField } from '../../cast/ledger-form.ts';
import type { ComposedCustomer } from '../../cast/customer.ts';
import type { Invoice } from '../../latent/invoices.ts';
import type { Posting } from '../../latent/postings.ts';
import type { Habit, HabitContext } from '../habit.ts';

/** The habits of a municipality: how it books, and which e-invoices are in its archive. The steps run in this order. */
export interface BookingHabit extends Habit {
  /** Returns false for invoices that never reach the ledger. */
  booked?(invoice: Invoice, work: HabitContext): boolean;
  /** Returns the postings of one invoice; they add up to the invoice. Null keeps the postings unchanged. */
  split?(postings: readonly Posting[], invoice: Invoice, work: HabitContext): Posting[] | null;
  /** Changes the list of all postings in the ledger. */
  ledger?(postings: readonly Posting[], work: HabitContext): Posting[];
  /** Changes a posting in place. Returns false if it is unchanged. */
  posting?(posting: Posting, work: HabitContext): boolean | void;
  readonly without?: readonly LedgerField[];
  /** `gross`: amounts include VAT. `roundsTo`: rounding unit of the ledger, in øre. */
  readonly amounts?: 'gross';
  readonly roundsTo?: number;
  /** Returns true if the ledger of a quarter is not delivered. */
  misses?(quarter: string, work: HabitContext): boolean;
  /** Returns true if the municipality has the e-invoice. */
  holds?(invoice: Invoice, customer: ComposedCustomer, work: HabitContext): boolean;
  /** Returns the e-invoice in the archive where it differs from the original. The argument is a copy. */
  document?(invoice: Invoice, work: HabitContext): Invoice;
}
