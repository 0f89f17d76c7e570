import type { DrawnHabit } from '../habits/habit.ts';
import type { InvoicingHabit } from '../habits/invoicing/invoicing-habit.ts';
import type { ReportingHabit } from '../habits/reporting/reporting-habit.ts';
import type { TradingHabit } from '../habits/trading/trading-habit.ts';
import type { ComposedItem, Trade } from './goods.ts';
import type { ReportForm } from './report-form.ts';

export interface Party {
  readonly name: string;
  readonly orgNumber: string;
}

/** A supplier with its own agreement. */
export interface Seller extends Party {
  readonly key: string;
  readonly slug: string;
  readonly agreement: string;
  readonly trade: Trade;
  goods: readonly ComposedItem[];
  readonly frequency: 'month' | 'quarter';
  /** Weight of its sales in the total. */
  readonly share: number;
  readonly form: ReportForm;
  readonly trading: readonly DrawnHabit<TradingHabit>[];
  readonly invoicing: readonly DrawnHabit<InvoicingHabit>[];
  readonly reporting: readonly DrawnHabit<ReportingHabit>[];
  /** Organisation numbers reserved for its habits: a payee, a branch, a predecessor. */
  readonly kin: readonly [string, string, string];
  payee?: Party & { readonly from: string };
  branch?: Party;
  predecessor?: Party & { readonly until: string };
}
