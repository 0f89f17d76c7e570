import { fetchFigures, differences, lastRun, queryOf, type FigureSource } from './asking.ts';
import { calculateBridge, readLineEmissions } from './bridge.ts';
import { abs, decimal, micro, total } from './micro.ts';
import { lastTwoYears, monthsBetween, wholeYear } from './periods.ts';

/** Accepted difference between a sum rounded to the gram and one in millionths of a kilogram. */
const TWO_GRAMS = 2_000n;

interface Months {
  readonly from: string;
  readonly to: string;
}
interface Comparison {
  readonly standing: string;
  readonly before: Months;
  readonly after: Months;
  readonly buyers: readonly { readonly id: string; readonly name: string }[];
}
interface Change {
  readonly comparison: Comparison;
  readonly spendBefore: string | null;
  readonly spendAfter: string | null;
  readonly before: string | null;
  readonly after: string | null;
}
interface Bridge {
  readonly comparison: Comparison;
  readonly before: { readonly kg: string };
  readonly after: { readonly kg: string };
  readonly steps: readonly { readonly step: string; readonly kg: string }[];
}

/** Compares the comparison of two periods: months and buyers compared, their sums, and the steps between them. */
export function verifyPeriods(source: () => FigureSource): void {
  it('counts what is in place month by month', async () => {
    interface Month {
      readonly month: string;
      readonly ledger: { readonly state: string; readonly postingCount: number };
      readonly invoiceCount: number;
    }
    const at = source();
    const { buyers } = await fetchFigures<{
      buyers: readonly { readonly buyerId: string; readonly name: string; readonly months: readonly Month[] }[];
    }>(at, '/completeness');
    const wrong = buyers.flatMap(({ buyerId, name, months }) =>
      months.flatMap(({ month, ledger, invoiceCount }) => {
        const key = `${buyerId} ${month}`;
        const said = [ledger.postingCount, ledger.state === 'complete', invoiceCount];
        const wanted = [
          at.rows.postings.get(key) ?? 0,
          at.rows.complete.get(buyerId)?.has(month) ?? false,
          at.rows.invoices.get(key) ?? 0,
        ];
        return said.join() === wanted.join() ? [] : [[name, month, said, wanted]];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('compares the largest range of months and buyers that are complete in both, and its sums', async () => {
    const [at, wrong] = [source(), [] as unknown[]];
    const [earlier, later] = lastTwoYears(at.rows).map(wholeYear) as [Months, Months];
    for (const buyer of [undefined, ...at.rows.buyers]) {
      const change = await fetchFigures<Change>(
        at,
        `/emissions/change?${queryOf({ buyerId: buyer?.id, ...later, beforeFrom: earlier.from, beforeTo: earlier.to })}`,
      );
      const { standing, before, after, buyers } = change.comparison;
      const largest = largestRange(at, earlier, later, buyer ? [buyer.id] : at.rows.buyers.map(({ id }) => id));
      const size = standing === 'incomplete' ? 0 : buyers.length * monthsBetween(before.from, before.to).length;
      if (size !== largest) wrong.push([buyer?.name, 'months of buyers', size, largest]);
      if (standing === 'incomplete') continue;
      for (const { id, name } of buyers)
        for (const month of [before, after].flatMap(({ from, to }) => monthsBetween(from, to)))
          if (!at.rows.complete.get(id)?.has(month)) wrong.push([`${name} ${month}`, 'compared', 'not complete']);
      const sumOf = (months: Months, figure: (asked: { buyer: string } & Months) => bigint) =>
        total(buyers.map(({ id }) => figure({ buyer: id, ...months })));
      wrong.push(
        ...differences([
          [`kroner before, ${buyer?.name}`, change.spendBefore, sumOf(before, (asked) => at.reckoned.purchases(asked))],
          [`kroner after, ${buyer?.name}`, change.spendAfter, sumOf(after, (asked) => at.reckoned.purchases(asked))],
        ]),
        // Rounded to the gram from floats: rounding once more could go either way.
        ...(
          [
            ['kg before', change.before, before],
            ['kg after', change.after, after],
          ] as const
        )
          .map(
            ([what, said, months]) =>
              [`${what}, ${buyer?.name}`, said, sumOf(months, (asked) => at.reckoned.kg(asked))] as const,
          )
          .filter(([, said, wanted]) => said === null || abs(micro(said) - wanted) > TWO_GRAMS)
          .map(([what, said, wanted]) => [what, said, decimal(wanted, 3)]),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('walks from the one period to the other in steps that are each reckoned anew, and add up', async () => {
    const at = source();
    const [earlier, later] = lastTwoYears(at.rows).map(wholeYear) as [Months, Months];
    const run = await lastRun(at);
    const told = await fetchFigures<Bridge>(
      at,
      `/emissions/bridge/periods?${queryOf({ beforeRun: run, beforeFrom: earlier.from, beforeTo: earlier.to, run, ...later })}`,
    );
    const { standing, before, after, buyers } = told.comparison;
    if (standing === 'incomplete') return expect(told.steps).toEqual([]);
    const sumOf = (months: Months) => total(buyers.map(({ id }) => at.reckoned.kg({ buyer: id, ...months })));
    expect(
      differences([
        ['kg before', told.before.kg, sumOf(before), 3],
        ['kg after', told.after.kg, sumOf(after), 3],
      ]),
    ).toEqual([]);
    expect(total(told.steps.map(({ kg }) => micro(kg)))).toBe(micro(told.after.kg) - micro(told.before.kg));
    const wanted = calculateBridge(
      await readLineEmissions(at.query),
      buyers.map(({ id }) => id),
      before,
      after,
    );
    const wrong = told.steps
      .filter(({ step, kg }) => Math.abs(Number(kg) - (wanted.get(step) ?? 0)) > 0.001)
      .map(({ step, kg }) => [step, kg, wanted.get(step)]);
    expect(wrong).toEqual([]);
  });
}

/** Returns the buyer-months in the largest range of equal months for which each buyer is complete in both periods. */
function largestRange({ rows }: FigureSource, before: Months, after: Months, buyers: readonly string[]): number {
  const [earlier, later] = [monthsBetween(before.from, before.to), monthsBetween(after.from, after.to)];
  const isComplete = (buyer: string, month: string | undefined): boolean =>
    month !== undefined && (rows.complete.get(buyer)?.has(month) ?? false);
  let most = 0;
  for (let first = 0; first < earlier.length; first += 1) {
    for (let last = first; last < earlier.length; last += 1) {
      const places = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const whole = buyers.filter((buyer) =>
        places.every((place) => isComplete(buyer, earlier[place]) && isComplete(buyer, later[place])),
      );
      most = Math.max(most, whole.length * places.length);
    }
  }
  return most;
}
