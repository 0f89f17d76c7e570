import { countedMonth } from '@tallgrunn/spend-server';

/** Of which accounts lines are, as a filter asks for it: operating, investment, or those of which it is not known. */
export const classFilters = ['operating', 'investment', 'unknown'] as const;
export type ClassFilter = (typeof classFilters)[number];
export type AccountClass = Exclude<ClassFilter, 'unknown'>;

/** That a row of results `r` is of the accounts that are asked for. */
export const isOfClass = (accountClass: ClassFilter | undefined, r = ''): string => {
  const column = `${r}account_class`;
  if (accountClass === undefined) return 'true';
  return accountClass === 'unknown'
    ? `${column} is null`
    : `${column} = '${accountClass === 'investment' ? 'investment' : 'operating'}'`;
};

/** Which lines a sum is of. Months are inclusive, by the accounting period of a line; an invoice that no ledger holds, by its own day. */
export interface EmissionFilter {
  readonly run?: number;
  readonly buyerId?: string;
  readonly supplierId?: string;
  readonly category?: string;
  readonly method?: string;
  readonly accountClass?: ClassFilter;
  readonly from?: string;
  readonly to?: string;
  /** Months by the day of the books, or by the day the goods came, where a report tells it. */
  readonly by?: 'books' | 'delivery';
  /** What burning the goods sets free (scope 1) in the place of what making them does; of explanations and uncertainty. */
  readonly of?: 'burning';
  /** Only what of it lies within the scope of this publication, in whichever run is asked. */
  readonly publication?: string;
}

/** What of a run is published. Null is all of them; months are inclusive. */
export interface Scope {
  readonly from: string | null;
  readonly to: string | null;
  readonly buyerIds: readonly string[] | null;
  readonly categories: readonly string[] | null;
}

/** A filter with what it shares with a scope; `buyers` and `categories` may be empty: then nothing is in both. */
export interface Narrowed extends EmissionFilter {
  readonly buyers?: readonly string[] | null;
  readonly categories?: readonly string[] | null;
}

const both = (asked: string | undefined, scope: readonly string[] | null): readonly string[] | null =>
  asked === undefined ? scope : scope === null || scope.includes(asked) ? [asked] : [];
const last = (...months: (string | null | undefined)[]): string | undefined =>
  months
    .filter((month) => month != null)
    .toSorted()
    .at(-1) ?? undefined;

/** What a filter shares with a scope. */
export function within({ publication: _, ...filter }: Narrowed, { from, to, buyerIds, categories }: Scope): Narrowed {
  const until = [filter.to, to].filter((month) => month != null).toSorted()[0] ?? undefined;
  return {
    ...filter,
    buyers: both(filter.buyerId, buyerIds),
    categories: both(filter.category, categories),
    from: last(filter.from, from),
    to: until,
  };
}

/** Whether all that a filter asks for lies within a scope. */
export function covers({ from, to, buyerIds, categories }: Scope, asked: Narrowed): boolean {
  const inside = (wanted: readonly string[] | null, known: readonly string[] | null) =>
    known === null || (wanted !== null && wanted.every((one) => known.includes(one)));
  const [buyers, wanted] = [asked.buyers ?? both(asked.buyerId, null), asked.categories ?? both(asked.category, null)];
  return (
    inside(buyers, buyerIds) &&
    inside(wanted, categories) &&
    (from === null || (asked.from !== undefined && asked.from >= from)) &&
    (to === null || (asked.to !== undefined && asked.to <= to))
  );
}

/** That a row of results `r` lies within what is published of a run. */
export const publishedOf = (run: string, r: string): string => `exists (
  select from emissions.publication p where p.run_number = ${run}
    and (p.buyer_ids is null or ${r}.buyer_id = any (p.buyer_ids)) and (p.category_codes is null or ${r}.category_code = any (p.category_codes))
    and (p.from_month is null or ${countedMonth(r)} >= p.from_month) and (p.to_month is null or ${countedMonth(r)} <= p.to_month))`;

/** That whoever asks may see a row of results `r` as a run says it: an auditor, where it is published of that run. */
export const seenOf = (run: string, r: string): string =>
  `((select platform.role()) <> 'auditor' or ${publishedOf(run, r)})`;

/** Parameters $1 to $7 of a statement that reads results or besides under a filter. */
export const filterParams = (
  run: number,
  {
    buyerId,
    buyers = buyerId === undefined ? null : [buyerId],
    supplierId,
    category,
    categories = category === undefined ? null : [category],
    from,
    to,
    method,
  }: Narrowed,
) => [run, buyers, supplierId ?? null, categories, from ?? null, to ?? null, method ?? null];
