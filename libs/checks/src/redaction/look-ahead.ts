import type { Row, TableFile } from '@tallgrunn/tabular';
import type { FileInspection } from './inspect-file.ts';

/**
 * Rows inspected before any is passed on. A list of all customers shows itself by then, unless it is sorted by
 * customer.
 */
const LOOK_AHEAD_ROWS = 5_000;

/**
 * Thrown during reading when rows taken for ours turn out to be about others. The caller must discard the output so
 * far.
 */
export class OtherCustomersFound extends Error {}

export interface LookAheadResult {
  /**
   * the same rows, each inspected before it is passed on; finishes the inspection; may throw OtherCustomersFound; can be
   * read once
   */
  readonly table: TableFile;
  /** whether the first rows are also about others */
  readonly ofAllCustomers: boolean;
  /** returns whether the table was read to its end without a problem */
  readonly isWhole: () => boolean;
}

/**
 * Inspects the first rows of a table, so that a file about our buyers only need not be read twice. Does not throw read
 * problems; they come from the returned table.
 */
export async function lookAhead(table: TableFile, inspection: FileInspection): Promise<LookAheadResult> {
  const reading = table.batches()[Symbol.asyncIterator]();
  const first: Row[][] = [];
  let problem: { readonly cause: unknown } | null = null;
  let ended = false;
  for (let rows = 0; rows < LOOK_AHEAD_ROWS && !ended && !problem && !inspection.hasOthers;) {
    const { done, value } = await reading
      .next()
      .catch((cause: unknown) => ({ done: true as const, value: ((problem = { cause }), undefined) }));
    if (done) ended = true;
    else {
      for (const row of value) inspection.row(row);
      rows += value.length;
      first.push(value);
    }
  }
  if (ended) inspection.end();
  const ofAllCustomers = inspection.hasOthers;
  let whole = ended;
  if (ofAllCustomers) await reading.return?.();

  async function* batches(): AsyncGenerator<Row[]> {
    while (first.length > 0) yield first.shift()!;
    if (problem) throw problem.cause;
    if (!ended) yield* rest();
  }
  async function* rest(): AsyncGenerator<Row[]> {
    for await (const batch of { [Symbol.asyncIterator]: () => reading }) {
      for (const row of batch) inspection.row(row);
      if (inspection.hasOthers) throw new OtherCustomersFound();
      yield batch;
    }
    inspection.end();
    whole = true;
    if (inspection.hasOthers) throw new OtherCustomersFound();
  }
  return {
    ofAllCustomers,
    isWhole: () => whole,
    table: new Proxy(table, { get: (target, key) => (key === 'batches' ? batches : Reflect.get(target, key, target)) }),
  };
}
