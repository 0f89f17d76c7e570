import type { TradeHabit } from '../latent/habits.ts';
import type { Form } from '../reports/form.ts';
import type { Day } from '../values/calendar.ts';
import type { Site } from './sites.ts';

/** A part of a chain with an organisation number of its own. */
export interface Branch {
  key: string;
  name: string;
  orgNumber: string;
  /** Municipality numbers it serves first. */
  serves: readonly string[];
}

export interface Supplier {
  key: string;
  /** Folder name. */
  slug: string;
  name: string;
  orgNumber: string;
  agreement: string;
  /** The agreement before, and its last day. */
  formerAgreement?: { number: string; until: Day };
  lots: readonly string[];
  bankAccount: string;
  branches?: readonly Branch[];
  /** Who is paid in its place from a day on. */
  payee?: { name: string; orgNumber: string; from: Day };
  habit: TradeHabit;
  /** The form it uses for a period. */
  form(period: string): Form;
}

export interface Customer {
  supplier: string;
  /** The supplier's own number of the customer. */
  number: string;
  /** The name the supplier writes. */
  name: string;
  site: Site;
}

/** Number of the agreement that a delivery of the day is called off from. */
export const agreementOn = ({ agreement, formerAgreement }: Supplier, day: Day): string =>
  formerAgreement && day <= formerAgreement.until ? formerAgreement.number : agreement;
