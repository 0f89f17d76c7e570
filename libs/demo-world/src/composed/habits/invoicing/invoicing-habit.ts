import type { Day } from '../../../values/calendar.ts';
import type { ComposedCustomer } from '../../cast/customer.ts';
import type { Seller } from '../../cast/seller.ts';
import type { Charge, Invoice } from '../../latent/invoices.ts';
import type { Habit, HabitContext } from '../habit.ts';

/** The invoicing habits of a supplier. Each step is optional; they run in this order. */
export interface InvoicingHabit extends Habit {
  /** Sets the name, the payee or the predecessor of the supplier. Runs once. */
  party?(seller: Seller, work: HabitContext): void;
  /** Splits or moves the charges for deliveries. */
  charges?(charges: readonly Charge[], work: HabitContext): Charge[];
  /** Returns the invoiced customer where it differs from the buyer of the delivery. */
  billed?(charge: Charge, work: HabitContext): ComposedCustomer | null;
  /** Returns a bundle key: charges with the same key are on one invoice. */
  bundle?(charge: Charge, work: HabitContext): string;
  issuedOn?(last: Day, work: HabitContext): Day;
  /** Changes an invoice in place. Returns false if it is unchanged. */
  invoice?(invoice: Invoice, work: HabitContext): boolean | void;
  /** Adds or removes invoices. */
  invoices?(invoices: readonly Invoice[], work: HabitContext): Invoice[];
  /** Returns the key of a number series. When omitted, all invoices share one series. */
  series?(invoice: Invoice): string;
  /** Returns the number of the nth invoice of its series. */
  number?(count: number, invoice: Invoice): string;
}
