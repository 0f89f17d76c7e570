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
  /** Purchases only, or only what the books hold beside them: wages, VAT, transfers. Reported lines are purchases. */
  readonly scope?: 'purchases' | 'not-purchases';
  readonly text?: string;
}

/** Whether a line is a purchase, as far as an emission run has said. */
export const PURCHASE = `l.method is distinct from 'not-spend'`;

/** The currency that totals are in; others stand beside them. */
export const OWN_CURRENCY = 'l.currency = (select s.currency from factor_book.door_rule_set r join factor_book.door_factor_set s on s.id = r.set_id where r.in_force)';

const equal: Partial<Record<keyof CombinedFilter, string>> = {
  buyerId: 'l.buyer_id',
  supplierId: 'l.supplier_id',
  agreementId: 'l.agreement_id',
  category: 'l.category',
  state: 'l.state',
  side: 'l.side',
  basis: 'l.basis',
  method: 'l.method',
};

/** The filter as a condition on `insight.combined_line l`, with its parameters; numbering starts after `first` others. */
export function conditionOf(filter: CombinedFilter, first = 0): { sql: string; params: string[] } {
  const parts: string[] = [];
  const params: string[] = [];
  const add = (text: (n: string) => string, value: string) => {
    params.push(value);
    parts.push(text(`$${first + params.length}`));
  };
  for (const [field, column] of Object.entries(equal)) {
    const value = filter[field as keyof CombinedFilter];
    if (value) add((n) => `${column}::text = ${n}`, value);
  }
  if (filter.scope === 'purchases') parts.push(PURCHASE);
  if (filter.scope === 'not-purchases') parts.push(`not (${PURCHASE})`);
  if (filter.from) add((n) => `l.month >= ${n}`, filter.from);
  if (filter.to) add((n) => `l.month <= ${n}`, filter.to);
  if (filter.text) add((n) => `(l.item_name ilike ${n} or l.item_number ilike ${n} or l.invoice_number ilike ${n} or l.seller_name ilike ${n})`, `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`);
  return { sql: parts.length > 0 ? parts.join(' and ') : 'true', params };
}
