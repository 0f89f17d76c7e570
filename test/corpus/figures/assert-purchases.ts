import { fetchFigures, differences, queryOf, type FigureSource, type Difference } from './asking.ts';
import { decimal, micro, total } from './micro.ts';
import { lastTwoYears, selections, wholeYear } from './periods.ts';
import { csvRows, numberOf, type CsvRow } from './read-csv.ts';

interface Totals {
  readonly bookedLines: number;
  readonly booked: string;
  readonly kg: string;
}
interface Part {
  readonly basis?: string;
  readonly category: string | null;
  readonly method: string;
  readonly amount: string;
  readonly currency?: string;
  readonly kg: string | null;
}
interface Pictures {
  readonly lines: number;
  readonly basis: readonly Part[];
  readonly categories: readonly Part[];
}
interface Summary {
  readonly totals: { readonly spend: string; readonly kg: string };
  readonly rows: readonly Part[];
}

/** Compares purchases and emissions on every page, chart and file. */
export function verifyPurchases(source: () => FigureSource): void {
  it('says one figure for what was bought, on every page', async () => {
    const [at, wrong] = [source(), [] as Difference[]];
    for (const asked of selections(at.rows)) {
      const { buyer: buyerId, ...months } = asked;
      const query = queryOf({ buyerId, ...months });
      const [totals, pictures, summary] = [
        await fetchFigures<Totals>(at, `/combined/totals?${query}&scope=purchases`),
        await fetchFigures<Pictures>(at, `/combined/charts?${query}`),
        await fetchFigures<Summary>(at, `/emissions/summary?${query}`),
      ];
      const purchases = at.reckoned.purchases(asked);
      const lines = at.reckoned.purchasedLines(asked);
      const sumOf = (parts: readonly { amount: string }[]) =>
        decimal(parts.reduce((sum, { amount }) => sum + micro(amount), 0n));
      wrong.push(
        ...differences([
          [`combined totals ${query}`, totals.booked, purchases],
          [`lines of the totals ${query}`, String(totals.bookedLines), micro(String(lines))],
          [`lines of the basis picture ${query}`, String(pictures.lines), micro(String(lines))],
          [`basis picture ${query}`, sumOf(pictures.basis), purchases],
          [`category picture ${query}`, sumOf(pictures.categories), purchases],
          [`emission summary ${query}`, summary.totals?.spend, purchases],
          [
            `known by item ${query}`,
            pictures.basis.find(({ basis }) => basis === 'item')?.amount,
            at.reckoned.knownByItem(asked),
          ],
          [`kg of combined ${query}`, totals.kg, at.reckoned.kg(asked), 3],
          [`kg of summary ${query}`, summary.totals?.kg, at.reckoned.kg(asked), 3],
        ]),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('says one figure by category and method', async () => {
    const at = source();
    const [pictures, summary] = [
      await fetchFigures<Pictures>(at, '/combined/charts'),
      await fetchFigures<Summary>(at, '/emissions/summary'),
    ];
    const wanted = (isEveryCurrency: boolean) =>
      [...at.reckoned.byMethod({}, { isEveryCurrency })]
        .map(([key, { amount, kg }]) => [key, decimal(amount), decimal(kg, 3)])
        .sort();
    const told = (rows: readonly Part[]) =>
      rows
        .map(({ category, method, amount, kg }) => [
          `${category ?? '-'} ${method}`,
          decimal(micro(amount)),
          decimal(micro(kg ?? '0'), 3),
        ])
        .sort();
    const isOwn = ({ method, currency }: Part) => method !== 'not-spend' && currency === 'NOK';
    expect(told(summary.rows.filter(isOwn))).toEqual(wanted(false));
    // For other currencies the chart only has kilograms.
    expect(told(pictures.categories)).toEqual(wanted(true));
  });

  it('says one figure for each item: kroner and kg', async () => {
    const [at, wrong] = [source(), [] as Difference[]];
    const largestItems = [...at.reckoned.byItem()].sort(([, a], [, b]) => (b.amount > a.amount ? 1 : -1)).slice(0, 12);
    for (const [itemNumber, { amount, kg }] of largestItems) {
      const { text } = await at.manager
        .get(`/combined/export.csv?${queryOf({ text: itemNumber, side: 'both', scope: 'purchases', language: 'en' })}`)
        .expect(200);
      const own = csvRows(text).filter((row) => row['Item number'] === itemNumber);
      const told = own.filter(({ Currency }) => Currency === 'NOK');
      wrong.push(
        ...differences([
          [`kroner of ${itemNumber}`, sumOf(told, 'Booked ex VAT'), amount],
          [`kg of ${itemNumber}`, sumOf(own, 'kg CO2e'), kg, 3],
        ]),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('says the same in the file that the table leaves as', async () => {
    const at = source();
    const year = wholeYear(lastTwoYears(at.rows)[0]);
    const { text } = await at.manager
      .get(`/combined/export.csv?${queryOf({ ...year, scope: 'purchases', language: 'en' })}`)
      .expect(200);
    expect(
      differences([
        [
          'the file',
          sumOf(
            csvRows(text).filter(({ Currency }) => Currency === 'NOK'),
            'Booked ex VAT',
          ),
          at.reckoned.purchases(year),
        ],
      ]),
    ).toEqual([]);
  });
}

const sumOf = (rows: readonly CsvRow[], head: string): string =>
  decimal(total(rows.map((row) => numberOf(row[head]))), 6);
