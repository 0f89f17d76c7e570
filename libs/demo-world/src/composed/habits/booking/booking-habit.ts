import type { LedgerField } from '../../cast/ledger-form.ts';
import type { Customer } from '../../cast/customer.ts';
import type { Invoice } from '../../latent/invoices.ts';
import type { Posting } from '../../latent/postings.ts';
import type { Habit, Work } from '../habit.ts';

/** How a municipality books, and which e-invoices it holds. Steps are done in this order. */
export interface BookingHabit extends Habit {
  /** Invoices that never come to the ledger. */
  booked?(invoice: Invoice, work: Work): boolean;
  /** The postings of one invoice; their sum is the invoice’s. Null leaves them. */
  split?(postings: readonly Posting[], invoice: Invoice, work: Work): Posting[] | null;
  /** All postings of the ledger. */
  ledger?(postings: readonly Posting[], work: Work): Posting[];
  /** Changes a posting; false where it leaves it as it is. */
  posting?(posting: Posting, work: Work): boolean | void;
  readonly without?: readonly LedgerField[];
  /** Amounts with VAT, and what the ledger rounds them to, in øre. */
  readonly amounts?: 'gross';
  readonly roundsTo?: number;
  /** Whether the ledger of a quarter is not handed over. */
  misses?(quarter: string, work: Work): boolean;
  /** Whether the municipality holds the e-invoice. */
  holds?(invoice: Invoice, customer: Customer, work: Work): boolean;
  /** The e-invoice as it is handed over, where it is not as it was sent. A copy is given. */
  document?(invoice: Invoice, work: Work): Invoice;
}
