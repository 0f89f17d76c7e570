import fc from 'fast-check';
import { collectInvoices, type OpenCollectivePosting } from './collect-invoices.ts';
import type { OpenInvoice } from './pair-by-amount.ts';

interface Drawn {
  readonly net: number;
  readonly day: number;
  readonly lag: number;
}
type Invoice = OpenInvoice & { readonly name: number; readonly isNamed?: boolean };

const MONTH = 30;
const invoiceOf = ({ net, day }: Drawn, name: number): Invoice => ({
  name,
  day,
  net,
  gross: Math.round(net * 1.25),
  number: String(7000 + name),
});
const collection = (
  ore: number,
  from: number,
  to: number,
  more: Partial<OpenCollectivePosting> = {},
): OpenCollectivePosting => ({
  ore,
  room: 0,
  from,
  to,
  isNet: true,
  numbers: [],
  ...more,
});
const named = (
  found: readonly { readonly invoices: readonly Invoice[]; readonly collection: OpenCollectivePosting }[],
) =>
  found
    .map((one) => [one.collection.from, one.invoices.map(({ name }) => name).toSorted((a, b) => a - b)] as const)
    .toSorted(([a], [b]) => a - b);

/** Builds a ledger that books the invoices of each month as one sum. */
function booked(drawn: readonly Drawn[], amount: (one: Drawn) => number = ({ net }) => net) {
  const months = Map.groupBy(
    drawn.map((one, name) => ({ one, name })),
    ({ one }) => Math.floor((one.day + one.lag) / MONTH),
  );
  const postings = [...months].map(([month, own]) =>
    collection(
      own.reduce((sum, { one }) => sum + amount(one), 0),
      month * MONTH,
      month * MONTH + MONTH - 1,
    ),
  );
  const truth = [...months].map(([month, own]) => [month * MONTH, own.map(({ name }) => name)] as const);
  return { postings, truth: truth.filter(([, own]) => own.length > 1).toSorted(([a], [b]) => a - b) };
}

const amounts = fc.noBias(fc.integer({ min: 30_000, max: 9_000_000 }));
const invoices = (perMonth: number) =>
  fc.array(
    fc.record({ net: amounts, day: fc.integer({ min: 0, max: 6 * MONTH }), lag: fc.integer({ min: 2, max: 12 }) }),
    { minLength: 2, maxLength: 6 * perMonth },
  );

describe('collectInvoices', () => {
  it('finds nearly all invoices by the sum of a month, and no wrong ones', async () => {
    let [found, all] = [0, 0];
    await fc.assert(
      fc.asyncProperty(invoices(5), async (drawn) => {
        const { postings, truth } = booked(drawn);
        const told = named(await collectInvoices(drawn.map(invoiceOf), postings));
        const expected = new Map(truth);
        for (const [month, own] of told) expect(own).toEqual(expected.get(month));
        found += told.length;
        all += truth.length;
      }),
      { numRuns: 120 },
    );
    expect(found).toBeGreaterThan(0.9 * all);
  });

  it('finds invoices by their sum incl. VAT, where each is rounded', async () => {
    let [found, all] = [0, 0];
    await fc.assert(
      fc.asyncProperty(invoices(3), async (drawn) => {
        const { postings, truth } = booked(drawn, ({ net }) => net * 1.25);
        const told = await collectInvoices(
          drawn.map(invoiceOf),
          postings.map((posting) => ({ ...posting, ore: Math.round(posting.ore), isNet: false })),
        );
        const expected = new Map(truth);
        for (const [month, own] of named(told)) expect(own).toEqual(expected.get(month));
        found += told.filter(({ basis }) => basis === 'gross').length;
        all += truth.length;
      }),
      { numRuns: 80 },
    );
    expect(found).toBeGreaterThan(0.7 * all);
  });

  it('hardly ever matches sums that belong to no invoices', async () => {
    let [found, tried] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        invoices(6),
        fc.array(
          fc.record({ ore: fc.integer({ min: 100_000, max: 40_000_000 }), month: fc.integer({ min: 0, max: 5 }) }),
          { minLength: 1, maxLength: 6 },
        ),
        async (drawn, sums) => {
          tried += sums.length;
          found += (
            await collectInvoices(
              drawn.map(invoiceOf),
              sums.map(({ ore, month }) => collection(ore, month * MONTH, month * MONTH + MONTH - 1)),
            )
          ).length;
        },
      ),
      { numRuns: 300 },
    );
    expect(found).toBeLessThanOrEqual(0.01 * tried);
  });

  it('gives the same result in any order', async () => {
    await fc.assert(
      fc.asyncProperty(invoices(4), async (drawn) => {
        const { postings } = booked(drawn);
        const own = drawn.map(invoiceOf);
        expect(named(await collectInvoices(own.toReversed(), postings.toReversed()))).toEqual(
          named(await collectInvoices(own, postings)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('prefers consecutive invoices when all amounts are equal', async () => {
    const weeks = Array.from({ length: 12 }, (_, week) => invoiceOf({ net: 125_000, day: 7 * week, lag: 0 }, week));
    expect(named(await collectInvoices(weeks, [collection(3 * 125_000, 0, 29)]))).toEqual([]); // four were issued by then, so any three of them are possible
    expect(named(await collectInvoices(weeks.slice(0, 3), [collection(3 * 125_000, 0, 29)]))).toEqual([[0, [0, 1, 2]]]);
  });

  it('never matches a single invoice, or a sum that one invoice could be', async () => {
    const [one, two, three] = [
      { net: 100_003, day: 3, lag: 0 },
      { net: 250_019, day: 5, lag: 0 },
      { net: 350_022, day: 9, lag: 0 },
    ].map(invoiceOf) as [Invoice, Invoice, Invoice];
    expect([
      named(await collectInvoices([one, two], [collection(350_022, 0, 29)])),
      named(await collectInvoices([one, two, three], [collection(350_022, 0, 29)])),
    ]).toEqual([[[0, [0, 1]]], []]);
  });

  it('includes the invoice whose number is stated, and none that another posting names', async () => {
    const [one, two] = [
      { net: 100_003, day: 3, lag: 0 },
      { net: 250_019, day: 5, lag: 0 },
    ].map(invoiceOf) as [Invoice, Invoice];
    const sum = (numbers: string[]) => [collection(350_022, 0, 29, { numbers })];
    expect(named(await collectInvoices([{ ...one, isNamed: true }, two], sum(['7000'])))).toEqual([[0, [0, 1]]]);
    expect([
      named(await collectInvoices([{ ...one, isNamed: true }, two], sum([]))),
      named(await collectInvoices([one, two], sum(['7019']))),
    ]).toEqual([[], []]);
  });

  it('searches within limits for any number of invoices', async () => {
    const many = Array.from({ length: 900 }, (_, at) =>
      invoiceOf({ net: 100_000 + 1_733 * at, day: at / 5, lag: 0 }, at),
    );
    const sums = Array.from({ length: 60 }, (_, at) => collection(77_777_777 + 13 * at, 3 * at, 3 * at + 29));
    expect((await collectInvoices(many, sums)).length).toBeLessThanOrEqual(60);
  });

  it('applies the rounding tolerance of the matched invoices only', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(amounts, { minLength: 6, maxLength: 10 }),
        fc.integer({ min: 2, max: 3 }),
        async (nets, off) => {
          const own = nets.map((net, name) => invoiceOf({ net, day: name, lag: 0 }, name));
          const grossOf = (each: readonly Invoice[]) => each.reduce((sum, { gross }) => sum + (gross ?? 0), 0);
          const sum = collection(grossOf(own.slice(0, 2)) + off, 0, 29, { isNet: false });
          for (const { invoices: found, basis } of await collectInvoices(own, [sum]))
            if (basis === 'gross')
              expect(Math.abs(grossOf(found) - sum.ore)).toBeLessThanOrEqual(Math.ceil(found.length / 2));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('searches by day, and gives the event loop a turn', async () => {
    let [reads, turns, isDone] = [0, 0, false];
    const many = Array.from({ length: 2_000 }, (_, at) => {
      const one = invoiceOf({ net: 100_000 + 1_733 * at, day: at, lag: 0 }, at);
      return Object.defineProperty(one, 'day', { get: () => ((reads += 1), at) });
    });
    const sums = Array.from({ length: 1_000 }, (_, at) => collection(-500 - at, 2 * at, 2 * at));
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    expect(await collectInvoices(many, sums)).toEqual([]);
    const meanwhile = turns;
    isDone = true;
    expect(meanwhile).toBeGreaterThan(2);
    expect(reads).toBeLessThan(0.1 * many.length * sums.length); // each search covers only invoices near the sum
  });
});
