import { micro, total } from './micro.ts';
import type { Query } from './query.ts';
import type { FigureFilter, CalculatedFigures } from './calculate.ts';

export const accountClasses = ['operating', 'investment', 'unknown'] as const;
export type AccountClass = (typeof accountClasses)[number];

/**
 * Reads the account class of each spend line, by its place: for a posting, the class in its ledger row; for an invoice
 * line, that of its posting. Other lines have none.
 */
export async function readClasses(query: Query): Promise<ReadonlyMap<string, AccountClass>> {
  const postings = await query<{ place: string; written: string | null }>(
    `select batch_id || ':' || line_no as place, raw ->> 'accountClass' as written from spend.posting where not repeated`,
  );
  const lines = await query<{ place: string; posting: string }>(
    `select invoice_batch_id || ':' || invoice_line_no as place, posting_batch_id || ':' || posting_line_no as posting from spend.matched_invoice_line`,
  );
  const of: Readonly<Record<string, AccountClass>> = { '0': 'investment', '1': 'operating' };
  const classes = new Map(postings.map(({ place, written }) => [place, of[written ?? ''] ?? 'unknown'] as const));
  return new Map([
    ...classes,
    ...lines.map(({ place, posting }) => [place, classes.get(posting) ?? 'unknown'] as const),
  ]);
}

/** Returns purchases (NOK) and emissions (kg) of one account class, both in millionths. */
export function ofClass(
  reckoned: CalculatedFigures,
  classes: ReadonlyMap<string, AccountClass>,
  accountClass: AccountClass,
  asked: FigureFilter,
): { readonly purchases: bigint; readonly kg: bigint } {
  const isOne = (place: string): boolean => (classes.get(place) ?? 'unknown') === accountClass;
  const isAsked = ({ buyer, month }: { readonly buyer: string; readonly month: string }): boolean =>
    (asked.buyer === undefined || buyer === asked.buyer) &&
    (asked.from === undefined || month >= asked.from) &&
    (asked.to === undefined || month <= asked.to);
  const shares = reckoned.shares.filter(
    ({ line }) => isOne(line.place) && isAsked(line) && line.currency === 'NOK' && reckoned.isPurchase(line),
  );
  return {
    purchases: total(shares.map(({ amount }) => amount)),
    kg: total(reckoned.rows.weighed.filter((row) => isOne(row.place) && isAsked(row)).map(({ kg }) => kg ?? 0n)),
  };
}

interface Answers {
  readonly ask: <T>(address: string) => Promise<T>;
  readonly queryOf: (fields: Readonly<Record<string, string | undefined>>) => string;
}
interface Row {
  readonly buyerId: string;
  readonly classUnknown: string;
  readonly isClassKnown: boolean;
  readonly figures: { readonly spend: string; readonly kg: string } | null;
}

/**
 * Compares operating and investment figures of the pages with the independent calculation: the combined table, the
 * summary, and the municipalities' operating accounts.
 */
export async function compareAccountClasses(
  { ask, queryOf }: Answers,
  reckoned: CalculatedFigures,
  classes: ReadonlyMap<string, AccountClass>,
): Promise<(readonly [place: string, said: string | null | undefined, reckoned: bigint, digits?: number])[]> {
  const comparisons: (readonly [place: string, said: string | null | undefined, reckoned: bigint, digits?: number])[] =
    [];
  for (const months of [{}, { from: '2025-01', to: '2025-12' }, { from: '2026-04', to: '2026-06' }]) {
    for (const accountClass of accountClasses) {
      for (const buyer of [undefined, ...reckoned.rows.buyers.map(({ id }) => id)]) {
        const query = queryOf({ buyerId: buyer, accountClass, ...months });
        const [combined, summary] = [
          await ask<{ booked: string; kg: string }>(`/combined/totals?${query}&scope=purchases`),
          await ask<{ totals: { spend: string; kg: string } }>(`/emissions/summary?${query}`),
        ];
        const { purchases, kg } = ofClass(reckoned, classes, accountClass, {
          ...(buyer === undefined ? {} : { buyer }),
          ...months,
        });
        comparisons.push(
          [`combined ${query}`, combined.booked, purchases],
          [`summary ${query}`, summary.totals.spend, purchases],
          [`kg of combined ${query}`, combined.kg, kg, 3],
          [`kg of summary ${query}`, summary.totals.kg, kg, 3],
        );
      }
    }
  }
  const period = { from: '2025-01', to: '2025-12' };
  for (const { buyerId, figures, classUnknown } of await ask<Row[]>(
    `/municipalities?${queryOf({ ...period, accounts: 'operating' })}`,
  )) {
    const [operating, unknown] = (['operating', 'unknown'] as const).map((each) =>
      ofClass(reckoned, classes, each, { buyer: buyerId, ...period }),
    ) as [{ purchases: bigint; kg: bigint }, { purchases: bigint; kg: bigint }];
    comparisons.push(
      [`municipality ${buyerId}`, figures?.spend, operating.purchases],
      [`kg of municipality ${buyerId}`, figures?.kg, operating.kg, 3],
      [`not known of municipality ${buyerId}`, classUnknown, unknown.purchases],
    );
  }
  return comparisons;
}

/**
 * Returns the NOK of one account class in the whole world: a class without purchases would make the comparison
 * meaningless.
 */
export const sizeOf = (
  reckoned: CalculatedFigures,
  classes: ReadonlyMap<string, AccountClass>,
  accountClass: AccountClass,
): bigint => ofClass(reckoned, classes, accountClass, {}).purchases / micro('1');
