import { hasRows, runAll, type SqlClient } from './sql-client.ts';
import {
  linkAmountOfInvoice,
  linkDecidedPairs,
  linkItemOfInvoice,
  CREATE_MATCHES,
  REMOVE_DUPLICATE_LINKS,
  CREATE_OPEN_LINES,
  linkSameAmount,
  linkSameItem,
  linkSameItemAndRow,
  linkSameOrder,
  linkSameRow,
  linkSplitDelivery,
  linkSumOfMonth,
  linkSumOnInvoice,
  linkAndRemoveSql,
  type Step,
} from './link-by-item.ts';
import {
  linkUniqueAmount,
  linkClosedSums,
  DROP_SUM_POSTINGS,
  DROP_SUM_ROWS,
  CREATE_SUM_POSTINGS,
  CREATE_SUM_ROWS,
  linkSumsOfRows,
  linkWholeInvoice,
  linkWholeOrder,
} from './closed-sums.ts';
import { moveMonthEndRows } from './days-of-months.ts';
import { CREATE_FOUND_MATCHES, INSERT_FOUND_MATCHES } from './insert-matches.ts';
import { learnDayShifts, learnDaysOfScaled } from './learn-days.ts';
import { linkInReach, returnCandidates, setCandidatesAside } from './link-in-reach.ts';
import { learnNumberForms } from './learn-numbers.ts';
import { learnAmountScales } from './learn-scale.ts';
import { assignItemsByName } from './name-items.ts';
import { assignOtherLedgers } from './other-ledgers.ts';
import {
  INFER_INVOICES,
  CREATE_OBSERVED_ACCOUNTS,
  LEARN_USUAL_ACCOUNTS,
  LEARN_USUAL_COST_CENTRES,
} from './infer-invoices.ts';
import { allocateInvoices } from './allocate-invoices.ts';
import { linkProductGroups } from './tie-groups.ts';
import { assignSimilarItems, linkItemRuns, resetLikenedItems } from './tie-items.ts';
import { linkSubsetSums } from './link-subset-sums.ts';
import { linkInvoiceRests, linkSumsOfParts } from './sums-of-parts.ts';
import type { RunScope } from '../partitioning/partition.ts';

export type ReportProgress = (name: string, done: number) => Promise<unknown>;

/** The steps of a run, most certain first. Each step works on the lines that the previous ones left open. */
export const linkingSteps: readonly {
  readonly name: string;
  readonly act: (database: SqlClient, extent: RunScope) => Promise<unknown>;
}[] = [
  { name: 'decision', act: (database) => database.query(linkDecidedPairs.sql) },
  {
    name: 'invoice-item',
    act: (database) =>
      runAll(database, [
        linkSameItemAndRow.sql,
        ...REMOVE_DUPLICATE_LINKS,
        ...CREATE_OPEN_LINES,
        LEARN_USUAL_COST_CENTRES,
        'analyze place',
      ]),
  },
  runStep(linkSameItem),
  runStep(linkSameRow),
  runStep(linkSplitDelivery),
  runStep(linkItemOfInvoice('invoice-item', 1, false)),
  runStep(linkAmountOfInvoice('invoice-amount', 0.99)),
  {
    name: 'number-forms',
    act: async (database, extent) => {
      await runAll(database, extent.whole ? REBUILD_OPEN_LINES : []);
      await learnNumberForms(database, extent);
    },
  },
  { name: 'item-names', act: assignItemsByName },
  { name: 'similar-names', act: assignSimilarItems },
  { name: 'other-ledgers', act: assignOtherLedgers },
  ...[
    linkSameItem,
    linkSameRow,
    linkSplitDelivery,
    linkItemOfInvoice('invoice-item', 0.99, false),
    linkAmountOfInvoice('invoice-amount', 0.98),
  ].map((step) => runStep(step)),
  { name: 'same-delivery', act: (database) => runAll(database, [...INFER_INVOICES, 'analyze open_r']) },
  runStep(linkItemOfInvoice('order-item', 0.98, true)),
  runStep(linkAmountOfInvoice('order-sum', 0.97)),
  runStep(linkSameOrder),
  {
    name: 'invoice-sum',
    act: async (database, extent) => {
      await learnAccounts(database, extent);
      await runSearchStep(database, allocateInvoices);
    },
  },
  ...[
    linkWholeInvoice(false),
    linkWholeInvoice(true),
    linkWholeInvoice(false, true),
    linkWholeOrder(false),
    linkWholeOrder(true),
  ].map((step) => runStep(step)),
  { name: 'days-of-months', act: moveMonthEndRows },
  {
    name: 'sum-of-lines',
    act: async (database) => {
      await runAll(database, [LEARN_USUAL_COST_CENTRES, 'analyze place']);
      await runSearchStep(database, linkSubsetSums);
    },
  },
  { name: 'days', act: learnDayShifts },
  { name: 'item-amount', act: linkInReach },
  ...[linkSameAmount, linkSameAmount, linkSumOnInvoice, linkSumOnInvoice, linkSumOfMonth].map((step) => runStep(step)),
  { name: 'scale', act: learnAmountScales },
  { name: 'days', act: learnDaysOfScaled },
  { name: 'invoice-sum', act: linkScaledRows },
  { name: 'item-amount', act: linkInReach },
  ...[
    linkWholeInvoice(false),
    linkWholeInvoice(true),
    linkWholeInvoice(false, true),
    linkSameAmount,
    linkSumOnInvoice,
    linkSumOfMonth,
  ].map((step) => runStep(step)),
  { name: 'sets', act: setCandidatesAside },
  {
    name: 'item-sum',
    act: async (database) => {
      await runSearchStep(database, linkItemRuns);
      await resetLikenedItems(database);
    },
  },
  {
    name: 'period-sum',
    act: (database, { whole }) =>
      runSumSteps(
        database,
        'sum_row',
        [...(whole ? REBUILD_OPEN_LINES : []), ...CREATE_SUM_ROWS],
        linkClosedSums,
        DROP_SUM_ROWS,
      ),
  },
  {
    name: 'group-sum',
    act: (database, extent) => runSearchStep(database, (asked) => linkProductGroups(asked, extent)),
  },
  ...(['invoice', 'lines'] as const).map((side) => ({
    name: 'sum-of-parts',
    act: (database: SqlClient) => runSearchStep(database, linkSumsOfParts(side)),
  })),
  {
    name: 'posting-sum',
    act: (database) => runSumSteps(database, 'sum_posting', CREATE_SUM_POSTINGS, linkSumsOfRows, DROP_SUM_POSTINGS),
  },
  { name: 'posting-of-parts', act: (database) => runSearchStep(database, linkSumsOfParts('rows')) },
  { name: 'rest-of-invoice', act: (database) => runSearchStep(database, linkInvoiceRests) },
  runStep(linkUniqueAmount),
  { name: 'sets', act: returnCandidates },
];

/** SQL: rebuilds the tables of open lines, because deleted rows would slow down each later step. */
const REBUILD_OPEN_LINES: readonly string[] = [
  'create temporary table left_r on commit drop as select * from open_r',
  'drop table open_r',
  'alter table left_r rename to open_r',
  'create temporary table left_b on commit drop as select * from open_b',
  'drop table open_b',
  'alter table left_b rename to open_b',
  'analyze open_r, open_b',
];

function runStep({ name, sql }: Step) {
  return { name, act: (database: SqlClient) => database.query(linkAndRemoveSql(sql)) };
}

/** Runs a step that finds its links outside the database. */
async function runSearchStep(database: SqlClient, search: (database: SqlClient) => Promise<void>): Promise<void> {
  await database.query(CREATE_FOUND_MATCHES);
  await search(database);
  await runAll(database, ['analyze found', linkAndRemoveSql(INSERT_FOUND_MATCHES), 'drop table found']);
}

/** Runs steps that search for sums, unless the table of candidates is empty. */
async function runSumSteps(
  database: SqlClient,
  table: string,
  before: readonly string[],
  steps: readonly Step[],
  after: string,
): Promise<void> {
  await runAll(database, before);
  if (await hasRows(database, table))
    await runAll(
      database,
      steps.map(({ sql }) => linkAndRemoveSql(sql)),
    );
  await database.query(after);
}

/** Repeats steps after rows have been scaled to booked amounts, because new sums may agree. */
async function linkScaledRows(database: SqlClient): Promise<void> {
  // Only if the amounts of some rows were scaled.
  if (!(await hasRows(database, 'scale_of'))) return;
  await database.query(linkAndRemoveSql(linkAmountOfInvoice('invoice-amount', 0.98).sql));
  await runSearchStep(database, allocateInvoices);
}

async function learnAccounts(database: SqlClient, { share }: RunScope): Promise<void> {
  await database.query(CREATE_OBSERVED_ACCOUNTS);
  await share.gather(database, 'seen_account');
  await runAll(database, [LEARN_USUAL_ACCOUNTS, 'analyze account_of']);
}

/** Fills `pair` from `reported` and `booked`. `open_r` and `open_b` contain the unlinked lines. */
export async function runLinkingSteps(
  database: SqlClient,
  extent: RunScope,
  reportProgress: ReportProgress,
): Promise<void> {
  await database.query(CREATE_MATCHES);
  for (const [index, { name, act }] of linkingSteps.entries()) {
    await reportProgress(name, index);
    await act(database, extent);
  }
}
