import type { FunctionName } from './expression.ts';

/** A call of each function, as an expression writes it. The columns are those of the clause packages. */
export const functionSamples = {
  abs: 'abs(amount)',
  contains: 'contains(itemName, "melk")',
  days: 'days(deliveredOn, "2026-03-31")',
  endsWith: 'endsWith(itemName, "kg")',
  isEmpty: 'isEmpty(invoiceNumber)',
  length: 'length(itemNumber)',
  month: 'month(deliveredOn)',
  round: 'round(amount, 2)',
  startsWith: 'startsWith(itemNumber, "7")',
  year: 'year(deliveredOn)',
} as const satisfies Readonly<Record<FunctionName, string>>;

/** A condition with each kind of operator. */
export const operatorSamples = {
  if: 'if unit = "kg" then quantity > 0',
  and: 'quantity > 0 and amount > 0',
  or: 'quantity > 0 or amount = 0',
  not: 'not unit = "kg"',
  equal: 'unit = "kg"',
  unequal: 'unit != "kg"',
  order: 'unitPrice <= 500',
  in: 'unit in ("kg", "stk")',
  arithmetic: '(quantity + 1) * unitPrice - amount / 2 < 12.5',
} as const;

/** Whole rules to start from. */
export const ruleExamples = {
  highestPrice: 'if unit = "kg" then unitPrice <= 500',
  amountOfRow: 'abs(quantity * unitPrice - amount) <= 0.5',
} as const;
