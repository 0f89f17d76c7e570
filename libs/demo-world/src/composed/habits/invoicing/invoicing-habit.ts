import type { Day } from '../../../values/calendar.ts';
import type { Customer } from '../../cast/customer.ts';
import type { Seller } from '../../cast/seller.ts';
import type { Charge, Invoice } from '../../latent/invoices.ts';
import type { Habit, Work } from '../habit.ts';

/** How a supplier invoices. Each step is optional; they are done in this order. */
export interface InvoicingHabit extends Habit {
  /** What it is called, who is paid, who it was before: done once. */
  party?(seller: Seller, work: Work): void;
  /** What of the deliveries is charged when. */
  charges?(charges: readonly Charge[], work: Work): Charge[];
  /** Who is invoiced for the delivery, when another than who bought. */
  billed?(charge: Charge, work: Work): Customer | null;
  /** Charges of the same key are on one invoice. */
  bundle?(charge: Charge, work: Work): string;
  issuedOn?(last: Day, work: Work): Day;
  /** Changes an invoice; false where it leaves it as it is. */
  invoice?(invoice: Invoice, work: Work): boolean | void;
  /** Adds or takes invoices. */
  invoices?(invoices: readonly Invoice[], work: Work): Invoice[];
  /** Invoices of the same key are counted together; all are when it is left out. */
  series?(invoice: Invoice): string;
  /** The number of the nth invoice of its series. */
  number?(count: number, invoice: Invoice): string;
}
