import { archiveHabits } from './booking/archives.ts';
import { ledgerAmountHabits } from './booking/amounts-and-days.ts';
import type { BookingHabit } from './booking/booking-habit.ts';
import { ledgerNumberHabits } from './booking/numbers.ts';
import { splittingHabits } from './booking/splitting.ts';
import type { Habit } from './habit.ts';
import { bundlingHabits } from './invoicing/bundling.ts';
import type { InvoicingHabit } from './invoicing/invoicing-habit.ts';
import { lineHabits } from './invoicing/lines.ts';
import { numberingHabits } from './invoicing/numbering.ts';
import { cellHabits } from './reporting/cells.ts';
import { coverageHabits } from './reporting/coverage.ts';
import { reportNumberHabits } from './reporting/numbers.ts';
import type { ReportingHabit } from './reporting/reporting-habit.ts';
import { sumHabits } from './reporting/sums.ts';
import { tradingHabits } from './trading/trading.ts';
import type { TradingHabit } from './trading/trading-habit.ts';

/** All habits, by kind. */
export const habits: {
  readonly trading: readonly TradingHabit[];
  readonly invoicing: readonly InvoicingHabit[];
  readonly reporting: readonly ReportingHabit[];
  readonly booking: readonly BookingHabit[];
} = {
  trading: tradingHabits,
  invoicing: [...numberingHabits, ...bundlingHabits, ...lineHabits],
  reporting: [...coverageHabits, ...sumHabits, ...cellHabits, ...reportNumberHabits],
  booking: [...splittingHabits, ...ledgerAmountHabits, ...ledgerNumberHabits, ...archiveHabits],
};

export const allHabits: readonly Habit[] = Object.values(habits).flat();
