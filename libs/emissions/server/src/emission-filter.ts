import { countedMonth } from '@tallgrunn/spend-server';

/** Account classes of the filter: operating, investment, or unclassified. */
export const classFilters = ['operating', 'investment', 'unknown'] as const;
export type ClassFilter = (typeof classFilters)[number];
export type AccountClass = Exclude<ClassFilter, 'unknown'>;

/** SQL: true if a result row `r` has the account class. */
export const hasAccountClassSql = (accountClass: ClassFilter | undefined, r = ''): string => {
  const column = `${r}account_class`;
  if (accountClass === undefined) return 'true';
  return accountClass === 'unknown'
    ? `${column} is null`
    : `${column} = '${accountClass === 'investment' ? 'investment' : 'operating'}'`;
};

/**
 * Filter of a total. Months are inclusive and by accounting period; an invoice that is in no ledger counts by its own
 * date.
 */
export interface EmissionFilter {
  readonly run?: number;
  readonly buyerId?: string;
  readonly supplierId?: string;
  readonly category?: string;
  readonly method?: string;
  readonly accountClass?: ClassFilter;
  readonly from?: string;
  readonly to?: string;
  /** Months by accounting period, or by delivery date if a report states it. */
  readonly by?: 'books' | 'delivery';
  /** Combustion emissions (scope 1) instead of the emissions of the purchase; for explanations and uncertainty. */
  readonly of?: 'burning';
  /** Limits the figures to the scope of this publication, in whichever run is requested. */
  readonly publication?: string;
}

/** Published scope of a run. Null = everything; months are inclusive. */
export interface PublicationScope {
  readonly from: string | null;
  readonly to: string | null;
  readonly buyerIds: readonly string[] | null;
  readonly categories: readonly string[] | null;
}

/** A filter intersected with a scope. Empty `buyers` or `categories` mean that the intersection is empty. */
export interface ScopedFilter extends EmissionFilter {
  readonly buyers?: readonly string[] | null;
  readonly categories?: readonly string[] | null;
}

const intersectValues = (requested: string | undefined, scope: readonly string[] | null): readonly string[] | null =>
  requested === undefined ? scope : scope === null || scope.includes(requested) ? [requested] : [];
const latestMonth = (...months: (string | null | undefined)[]): string | undefined =>
  months
    .filter((month) => month != null)
    .toSorted()
    .at(-1) ?? undefined;

/** Returns the intersection of a filter and a scope. */
export function intersect(
  { publication: _, ...filter }: ScopedFilter,
  { from, to, buyerIds, categories }: PublicationScope,
): ScopedFilter {
  const until = [filter.to, to].filter((month) => month != null).toSorted()[0] ?? undefined;
  return {
    ...filter,
    buyers: intersectValues(filter.buyerId, buyerIds),
    categories: intersectValues(filter.category, categories),
    from: latestMonth(filter.from, from),
    to: until,
  };
}

/** Returns whether a filter is entirely within a scope. */
export function isWithinScope({ from, to, buyerIds, categories }: PublicationScope, requested: ScopedFilter): boolean {
  const inside = (wanted: readonly string[] | null, known: readonly string[] | null) =>
    known === null || (wanted !== null && wanted.every((one) => known.includes(one)));
  const [buyers, wanted] = [
    requested.buyers ?? intersectValues(requested.buyerId, null),
    requested.categories ?? intersectValues(requested.category, null),
  ];
  return (
    inside(buyers, buyerIds) &&
    inside(wanted, categories) &&
    (from === null || (requested.from !== undefined && requested.from >= from)) &&
    (to === null || (requested.to !== undefined && requested.to <= to))
  );
}

/** SQL: true if a result row `r` is published for a run. */
export const isPublishedSql = (run: string, r: string): string => `exists (
  select from emissions.publication p where p.run_number = ${run}
    and (p.buyer_ids is null or ${r}.buyer_id = any (p.buyer_ids)) and (p.category_codes is null or ${r}.category_code = any (p.category_codes))
    and (p.from_month is null or ${countedMonth(r)} >= p.from_month) and (p.to_month is null or ${countedMonth(r)} <= p.to_month))`;

/** SQL: true if the user may see a result row `r` of a run; for an auditor, only if it is published for that run. */
export const isVisibleSql = (run: string, r: string): string =>
  `((select platform.role()) <> 'auditor' or ${isPublishedSql(run, r)})`;

/** Returns the parameters $1 to $7 of a statement that reads results or supplier-specific results with a filter. */
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
  }: ScopedFilter,
) => [run, buyers, supplierId ?? null, categories, from ?? null, to ?? null, method ?? null];
