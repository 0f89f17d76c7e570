import { hasAccountClassSql, type ClassFilter } from '@tallgrunn/emissions-server';
import { isUtilisedSql, IS_PURCHASE } from './utilisation/utilised-lines-sql.ts';

/** Filter of the combined table; an absent field does not limit it. */
export interface CombinedFilter {
  readonly buyerId?: string;
  readonly supplierId?: string;
  readonly agreementId?: string;
  readonly category?: string;
  /** First and last month, both inclusive: '2026-01'. */
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly side?: 'both' | 'booked' | 'reported';
  readonly basis?: string;
  readonly method?: string;
  /** Operating accounts, investment accounts, or unclassified lines, which include lines that are only reported. */
  readonly accountClass?: ClassFilter;
  /** Purchases only, or only ledger lines that are not purchases: wages, VAT, transfers. Report lines are purchases. */
  readonly scope?: 'purchases' | 'not-purchases';
  readonly text?: string;
  /**
   * An agreement: only the lines from which its utilisation is calculated, by report or by ledger. `lotId` limits them
   * to one lot.
   */
  readonly usedOn?: string;
  readonly usedAs?: 'reported' | 'booked';
  readonly lotId?: string;
}

/** SQL: true for lines in the currency of the totals; other currencies are shown separately. */
export const IS_OWN_CURRENCY =
  'l.currency = (select s.currency from factor_book.door_account_map r join factor_book.door_factor_set s on s.id = r.set_id where r.in_force)';

const equalityColumns: Partial<
  Record<keyof CombinedFilter, { readonly column: string; readonly type: 'uuid' | 'text' }>
> = {
  buyerId: { column: 'l.buyer_id', type: 'uuid' },
  supplierId: { column: 'l.supplier_id', type: 'uuid' },
  agreementId: { column: 'l.agreement_id', type: 'uuid' },
  state: { column: 'l.state', type: 'text' },
  side: { column: 'l.side', type: 'text' },
  basis: { column: 'l.basis', type: 'text' },
};

/** A filter as SQL with its parameters. */
export interface Condition {
  /** Condition on lines of the combined table or their sums, `l`. */
  readonly sql: string;
  /**
   * The parts of the condition: category and method (`kind`), and everything else (`others`). Other parts of a line may
   * have another category.
   */
  readonly kind: string;
  readonly others: string;
  readonly params: string[];
}

/**
 * Builds the condition on `l`: `insight.combined_line`, or the columns of it in `sumSource`. Parameter numbers start
 * after `first` other parameters.
 */
export function conditionOf(filter: CombinedFilter, first = 0): Condition {
  const parts: string[] = [];
  const kinds: string[] = [];
  const params: string[] = [];
  const param = (value: string): string => `$${first + params.push(value)}`;
  for (const [field, { column, type }] of Object.entries(equalityColumns)) {
    const value = filter[field as keyof CombinedFilter];
    if (value) parts.push(`${column} = ${param(value)}::${type}`);
  }
  if (filter.scope === 'purchases') parts.push(IS_PURCHASE);
  if (filter.scope === 'not-purchases') parts.push(`not (${IS_PURCHASE})`);
  if (filter.accountClass) parts.push(hasAccountClassSql(filter.accountClass, 'l.'));
  if (filter.from) parts.push(`l.month >= ${param(filter.from)}`);
  if (filter.to) parts.push(`l.month <= ${param(filter.to)}`);
  if (filter.text) {
    const n = param(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`);
    parts.push(
      `(l.item_name ilike ${n} or l.item_number ilike ${n} or l.invoice_number ilike ${n} or l.seller_name ilike ${n} or ${recognisedItemSql(n)})`,
    );
  }
  const used = utilisationCondition(filter, param);
  if (used) parts.push(used);
  if (filter.category) kinds.push(`l.category = ${param(filter.category)}`);
  if (filter.method) kinds.push(`l.method = ${param(filter.method)}`);
  const all = (conditions: readonly string[]) => conditions.join(' and ') || 'true';
  return { sql: all([...parts, ...kinds]), kind: all(kinds), others: all(parts), params };
}

/**
 * SQL: true for report lines recognised as an item with a matching number or name. A report may write the number
 * without leading zeros, or a new number. The items are selected first; in a join they might be searched for each line.
 */
const recognisedItemSql = (text: string): string => `(l.version_id, l.report_line_no) in (
  select r.version_id, r.line_no from reporting.door_report_line r where r.item_id = any (array(select i.id from agreements.door_item i where i.number ilike ${text} or i.name ilike ${text})))`;

/** SQL: the lines from which the utilisation of an agreement is calculated; null without `usedOn`. */
function utilisationCondition(
  { usedOn, usedAs, lotId }: CombinedFilter,
  param: (value: string) => string,
): string | null {
  if (!usedOn) return null;
  const agreement = `${param(usedOn)}::uuid`;
  const lot = lotId ? `${param(lotId)}::uuid` : null;
  const currency = `(select c.currency from agreements.door_agreement c where c.id = ${agreement})`;
  const side =
    usedAs === 'booked' ? isUtilisedSql(agreement, currency) : `l.agreement_id = ${agreement} and l.side <> 'booked'`;
  return lot ? `${side} and l.lot_id = ${lot}` : side;
}
