import type { Row, TableFile } from '@tallgrunn/tabular';
import type { FileLook } from './file-look.ts';

/** Rows that are looked through before anything is done with the first: whoever sends the list of all customers shows it by then, but for one who sorted it. */
const aheadRows = 5_000;

/** Thrown while rows are read that were taken for ours: some of them are about others, and what was made of the file must be thrown away. */
export class OthersAfterAll extends Error {}

export interface LookedAhead {
  /** The same rows, each looked through before it is given on. Ends the look itself. May throw OthersAfterAll. To be read once. */
  readonly table: TableFile;
  /** Its first rows are about others too. */
  readonly ofAllCustomers: boolean;
  /** Whether it has been read to its end: nothing stood in the way. */
  readonly isWhole: () => boolean;
}

/** Looks through the first rows of a table, so that a file need not be read twice to know that it is about us alone. Throws nothing that a file is to blame for. */
export async function lookAhead(table: TableFile, look: FileLook): Promise<LookedAhead> {
  const reading = table.batches()[Symbol.asyncIterator]();
  const first: Row[][] = [];
  let problem: { readonly cause: unknown } | null = null;
  let ended = false;
  for (let rows = 0; rows < aheadRows && !ended && !problem && !look.hasOthers;) {
    const { done, value } = await reading
      .next()
      .catch((cause: unknown) => ({ done: true as const, value: ((problem = { cause }), undefined) }));
    if (done) ended = true;
    else {
      for (const row of value) look.row(row);
      rows += value.length;
      first.push(value);
    }
  }
  if (ended) look.end();
  const ofAllCustomers = look.hasOthers;
  let whole = ended;
  if (ofAllCustomers) await reading.return?.();

  async function* batches(): AsyncGenerator<Row[]> {
    while (first.length > 0) yield first.shift()!;
    if (problem) throw problem.cause;
    if (!ended) yield* rest();
  }
  async function* rest(): AsyncGenerator<Row[]> {
    for await (const batch of { [Symbol.asyncIterator]: () => reading }) {
      for (const row of batch) look.row(row);
      if (look.hasOthers) throw new OthersAfterAll();
      yield batch;
    }
    look.end();
    whole = true;
    if (look.hasOthers) throw new OthersAfterAll();
  }
  return {
    ofAllCustomers,
    isWhole: () => whole,
    table: new Proxy(table, { get: (target, key) => (key === 'batches' ? batches : Reflect.get(target, key, target)) }),
  };
}
