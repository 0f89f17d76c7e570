import type { TradeHabit } from '../latent/habits.ts';
import type { Form } from '../reports/form.ts';
import type { Day } from '../values/calendar.ts';
import type { Site } from './sites.ts';

/** A branch of a chain, with its own organisation number. */
export interface Branch {
  key: string;
  name: string;
  orgNumber: string;
  /** Numbers of the municipalities that it serves first. */
  serves: readonly string[];
}

export interface Supplier {
  key: string;
  /** Folder name. */
  slug: string;
  name: string;
  orgNumber: string;
  agreement: string;
  /** The previous agreement and its last day. */
  formerAgreement?: { number: string; until: Day };
  lots: readonly string[];
  bankAccount: string;
  branches?: readonly Branch[];
  /** The payee instead of the supplier, from a given day. */
  payee?: { name: string; orgNumber: string; from: Day };
  habit: TradeHabit;
  /** Returns the report form for a period. */
  form(period: string): Form;
}

export interface Customer {
  supplier: string;
  /** The customer number of the supplier. */
  number: string;
  /** The name as written by the supplier. */
  name: string;
  site: Site;
}

/** Returns the number of the agreement that a delivery on the day belongs to. */
export const agreementOn = ({ agreement, formerAgreement }: Supplier, day: Day): string =>
  formerAgreement && day <= formerAgreement.until ? formerAgreement.number : agreement;
