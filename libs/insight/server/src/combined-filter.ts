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
  readonly text?: string;
}

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
  if (filter.from) add((n) => `l.month >= ${n}`, filter.from);
  if (filter.to) add((n) => `l.month <= ${n}`, filter.to);
  if (filter.text) add((n) => `(l.item_name ilike ${n} or l.item_number ilike ${n} or l.invoice_number ilike ${n} or l.seller_name ilike ${n})`, `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`);
  return { sql: parts.length > 0 ? parts.join(' and ') : 'true', params };
}
