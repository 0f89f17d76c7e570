import { isOfClass, type ClassFilter } from '@tallgrunn/emissions-server';
import { isUse, PURCHASE } from './use/used-lines.ts';

/** What of the combined table one looks at. Every field narrows; an absent one does not. */
export interface CombinedFilter {
  readonly buyerId?: string;
  readonly supplierId?: string;
  readonly agreementId?: string;
  readonly category?: string;
  /** Months from and to, both included: '2026-01'. */
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly side?: 'both' | 'booked' | 'reported';
  readonly basis?: string;
  readonly method?: string;
  /** Of the operating accounts, the investment accounts, or those of which it is not known, as of what is only reported. */
  readonly accountClass?: ClassFilter;
  /** Purchases only, or only what the books hold beside them: wages, VAT, transfers. Reported lines are purchases. */
  readonly scope?: 'purchases' | 'not-purchases';
  readonly text?: string;
  /** An agreement: only the lines that its use is counted from, as the reports or as the books have them; of one lot where it is told. */
  readonly usedOn?: string;
  readonly usedAs?: 'reported' | 'booked';
  readonly lotId?: string;
}

/** The currency that totals are in; others stand beside them. */
export const OWN_CURRENCY =
  'l.currency = (select s.currency from factor_book.door_rule_set r join factor_book.door_factor_set s on s.id = r.set_id where r.in_force)';

const equal: Partial<Record<keyof CombinedFilter, { readonly column: string; readonly type: 'uuid' | 'text' }>> = {
  buyerId: { column: 'l.buyer_id', type: 'uuid' },
  supplierId: { column: 'l.supplier_id', type: 'uuid' },
  agreementId: { column: 'l.agreement_id', type: 'uuid' },
  state: { column: 'l.state', type: 'text' },
  side: { column: 'l.side', type: 'text' },
  basis: { column: 'l.basis', type: 'text' },
};

/** A filter in SQL, with its parameters. */
export interface Condition {
  /** On lines of the combined table or their sums, `l`. */
  readonly sql: string;
  /** Of it, what lets through a category and a method, and all that is not that: the other parts of a line may be of another category. */
  readonly kind: string;
  readonly others: string;
  readonly params: string[];
}

/** The filter as a condition on `l`, `insight.combined_line` or what `sumSource` has of it, with its parameters; numbering starts after `first` others. */
export function conditionOf(filter: CombinedFilter, first = 0): Condition {
  const parts: string[] = [];
  const kinds: string[] = [];
  const params: string[] = [];
  const param = (value: string): string => `$${first + params.push(value)}`;
  for (const [field, { column, type }] of Object.entries(equal)) {
    const value = filter[field as keyof CombinedFilter];
    if (value) parts.push(`${column} = ${param(value)}::${type}`);
  }
  if (filter.scope === 'purchases') parts.push(PURCHASE);
  if (filter.scope === 'not-purchases') parts.push(`not (${PURCHASE})`);
  if (filter.accountClass) parts.push(isOfClass(filter.accountClass, 'l.'));
  if (filter.from) parts.push(`l.month >= ${param(filter.from)}`);
  if (filter.to) parts.push(`l.month <= ${param(filter.to)}`);
  if (filter.text) {
    const n = param(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`);
    parts.push(
      `(l.item_name ilike ${n} or l.item_number ilike ${n} or l.invoice_number ilike ${n} or l.seller_name ilike ${n} or ${recognisedAs(n)})`,
    );
  }
  const used = useCondition(filter, param);
  if (used) parts.push(used);
  if (filter.category) kinds.push(`l.category = ${param(filter.category)}`);
  if (filter.method) kinds.push(`l.method = ${param(filter.method)}`);
  const all = (conditions: readonly string[]) => conditions.join(' and ') || 'true';
  return { sql: all([...parts, ...kinds]), kind: all(kinds), others: all(parts), params };
}

/** A report may write an item's number without its zeros, or a new one: the item it was recognised as is found by its own. The items are found first: joined to lines, they may be looked for anew at each. */
const recognisedAs = (text: string): string => `(l.version_id, l.report_line_no) in (
  select r.version_id, r.line_no from reporting.door_line r where r.item_id = any (array(select i.id from agreements.door_item i where i.number ilike ${text} or i.name ilike ${text})))`;

/** The lines that a figure on an agreement's use is counted from. */
function useCondition({ usedOn, usedAs, lotId }: CombinedFilter, param: (value: string) => string): string | null {
  if (!usedOn) return null;
  const agreement = `${param(usedOn)}::uuid`;
  const lot = lotId ? `${param(lotId)}::uuid` : null;
  const currency = `(select c.currency from agreements.door_agreement c where c.id = ${agreement})`;
  const side =
    usedAs === 'booked' ? isUse(agreement, currency) : `l.agreement_id = ${agreement} and l.side <> 'booked'`;
  return lot ? `${side} and l.lot_id = ${lot}` : side;
}
