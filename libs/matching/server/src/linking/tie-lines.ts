import { hasSome, runAll, type Asked } from './asked.ts';
import {
  amountOfInvoice,
  decided,
  itemOfInvoice,
  NEW_PAIRS,
  ONE_EACH,
  OPEN_LINES,
  sameAmount,
  sameItem,
  sameItemAndRow,
  sameOrder,
  sameRow,
  splitDelivery,
  sumOfMonth,
  sumOnInvoice,
  taking,
  type Step,
} from './by-item.ts';
import {
  amountAlone,
  closedSums,
  DROP_SUM_POSTINGS,
  DROP_SUM_ROWS,
  SUM_POSTINGS,
  SUM_ROWS,
  sumsOfRows,
  wholeInvoice,
  wholeOrder,
} from './closed-sums.ts';
import { readDaysAsMonths } from './days-of-months.ts';
import { FOUND, KEEP_FOUND } from './keep-pairs.ts';
import { learnDays } from './learn-days.ts';
import { learnNumbers } from './learn-numbers.ts';
import { learnScale } from './learn-scale.ts';
import { nameItems } from './name-items.ts';
import { readInOtherLedgers } from './other-ledgers.ts';
import { INFER_INVOICES, SEEN_ACCOUNTS, USUAL_ACCOUNTS, USUAL_PLACES } from './same-delivery.ts';
import { settleInvoices } from './settle-invoices.ts';
import { tieGroups } from './tie-groups.ts';
import { tieSets } from './tie-sets.ts';
import { tieRests, tieSums } from './tie-sums.ts';
import type { Extent } from '../sharing/share.ts';

export type Telling = (name: string, done: number) => Promise<unknown>;

/** What a run does, the surest first; each sees what the ones before left over. */
export const acts: readonly {
  readonly name: string;
  readonly act: (database: Asked, extent: Extent) => Promise<unknown>;
}[] = [
  { name: 'decision', act: (database) => database.query(decided.sql) },
  {
    name: 'invoice-item',
    act: (database) =>
      runAll(database, [sameItemAndRow.sql, ...ONE_EACH, ...OPEN_LINES, USUAL_PLACES, 'analyze place']),
  },
  tying(sameItem),
  tying(sameRow),
  tying(splitDelivery),
  tying(itemOfInvoice('invoice-item', 1, false)),
  tying(amountOfInvoice('invoice-amount', 0.98)),
  {
    name: 'number-forms',
    act: async (database, extent) => {
      await runAll(database, extent.whole ? CLEARED : []);
      await learnNumbers(database, extent);
    },
  },
  { name: 'item-names', act: nameItems },
  { name: 'other-ledgers', act: readInOtherLedgers },
  ...[
    sameItem,
    sameRow,
    splitDelivery,
    itemOfInvoice('invoice-item', 0.98, false),
    amountOfInvoice('invoice-amount', 0.96),
  ].map((step) => tying(step)),
  { name: 'same-delivery', act: (database) => runAll(database, [...INFER_INVOICES, 'analyze open_r']) },
  tying(itemOfInvoice('order-item', 0.97, true)),
  tying(amountOfInvoice('order-sum', 0.96)),
  tying(sameOrder),
  {
    name: 'invoice-sum',
    act: async (database, extent) => {
      await learnAccounts(database, extent);
      await searching(database, settleInvoices);
    },
  },
  ...[wholeInvoice(false), wholeInvoice(true), wholeInvoice(false, true), wholeOrder(false), wholeOrder(true)].map(
    (step) => tying(step),
  ),
  { name: 'days-of-months', act: readDaysAsMonths },
  {
    name: 'sum-of-lines',
    act: async (database) => {
      await runAll(database, [USUAL_PLACES, 'analyze place']);
      await searching(database, tieSets);
    },
  },
  { name: 'days', act: learnDays },
  ...[sameAmount, sameAmount, sumOnInvoice, sumOnInvoice, sumOfMonth].map((step) => tying(step)),
  { name: 'scale', act: learnScale },
  { name: 'invoice-sum', act: settleScaled },
  ...[wholeInvoice(false), wholeInvoice(true), wholeInvoice(false, true), sameAmount, sumOnInvoice, sumOfMonth].map(
    (step) => tying(step),
  ),
  {
    name: 'period-sum',
    act: (database, { whole }) =>
      summing(database, 'sum_row', [...(whole ? CLEARED : []), ...SUM_ROWS], closedSums, DROP_SUM_ROWS),
  },
  { name: 'group-sum', act: (database, extent) => searching(database, (asked) => tieGroups(asked, extent)) },
  ...(['invoice', 'lines'] as const).map((side) => ({
    name: 'sum-of-parts',
    act: (database: Asked) => searching(database, tieSums(side)),
  })),
  {
    name: 'posting-sum',
    act: (database) => summing(database, 'sum_posting', SUM_POSTINGS, sumsOfRows, DROP_SUM_POSTINGS),
  },
  { name: 'posting-of-parts', act: (database) => searching(database, tieSums('rows')) },
  { name: 'rest-of-invoice', act: (database) => searching(database, tieRests) },
  tying(amountAlone),
];

/** What has been tied lies in the tables of open lines until they are made anew, and each step would read it through. */
const CLEARED: readonly string[] = [
  'create temporary table left_r on commit drop as select * from open_r',
  'drop table open_r',
  'alter table left_r rename to open_r',
  'create temporary table left_b on commit drop as select * from open_b',
  'drop table open_b',
  'alter table left_b rename to open_b',
  'analyze open_r, open_b',
];

function tying({ name, sql }: Step) {
  return { name, act: (database: Asked) => database.query(taking(sql)) };
}

/** A step that finds its pairs outside the database. */
async function searching(database: Asked, search: (database: Asked) => Promise<void>): Promise<void> {
  await database.query(FOUND);
  await search(database);
  await runAll(database, ['analyze found', taking(KEEP_FOUND), 'drop table found']);
}

/** Steps that look for what lines in a table are the sum of: for nothing, where there are none. */
async function summing(
  database: Asked,
  table: string,
  before: readonly string[],
  steps: readonly Step[],
  after: string,
): Promise<void> {
  await runAll(database, before);
  if (await hasSome(database, table))
    await runAll(
      database,
      steps.map(({ sql }) => taking(sql)),
    );
  await database.query(after);
}

/** Rows that stand as the books would have them make sums that they did not make before. */
async function settleScaled(database: Asked): Promise<void> {
  // Only where what some rows say was made what the books would have.
  if (!(await hasSome(database, 'scale_of'))) return;
  await database.query(taking(amountOfInvoice('invoice-amount', 0.95).sql));
  await searching(database, settleInvoices);
}

async function learnAccounts(database: Asked, { share }: Extent): Promise<void> {
  await database.query(SEEN_ACCOUNTS);
  await share.gather(database, 'seen_account');
  await runAll(database, [USUAL_ACCOUNTS, 'analyze account_of']);
}

/** Fills `pair` from `reported` and `booked`; `open_r` and `open_b` are what is left. */
export async function tieLines(database: Asked, extent: Extent, tell: Telling): Promise<void> {
  await database.query(NEW_PAIRS);
  for (const [index, { name, act }] of acts.entries()) {
    await tell(name, index);
    await act(database, extent);
  }
}
