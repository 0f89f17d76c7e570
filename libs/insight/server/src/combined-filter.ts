import { PART } from './line-parts.ts';
import { bookedLines, PURCHASE, reportedInLot } from './use/used-lines.ts';

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
  /** An agreement: only the lines that its use is counted from, as the reports or as the books have them; of one lot where it is told. */
  readonly usedOn?: string;
  readonly usedAs?: 'reported' | 'booked';
  readonly lotId?: string;
}

/** The currency that totals are in; others stand beside them. */
export const OWN_CURRENCY = 'l.currency = (select s.currency from factor_book.door_rule_set r join factor_book.door_factor_set s on s.id = r.set_id where r.in_force)';

const equal: Partial<Record<keyof CombinedFilter, string>> = {
  buyerId: 'l.buyer_id',
  supplierId: 'l.supplier_id',
  agreementId: 'l.agreement_id',
  state: 'l.state',
  side: 'l.side',
  basis: 'l.basis',
};

/** A filter in SQL, with its parameters. */
export interface Condition {
  /** On `insight.combined_line l`. */
  readonly sql: string;
  /** On the parts `p` of these lines, as PARTS has them: which of them the category and the method let through. */
  readonly ofParts: string;
  /** On `l`: a line of which something is left out. */
  readonly partly: string;
  readonly params: string[];
}

/** The filter as a condition on `insight.combined_line l`, with its parameters; numbering starts after `first` others. A line that is known in several ways is there when one of its parts is. */
export function conditionOf(filter: CombinedFilter, first = 0): Condition {
  const parts: string[] = [];
  const params: string[] = [];
  const param = (value: string): string => `$${first + params.push(value)}`;
  for (const [field, column] of Object.entries(equal)) {
    const value = filter[field as keyof CombinedFilter];
    if (value) parts.push(`${column}::text = ${param(value)}`);
  }
  if (filter.scope === 'purchases') parts.push(PURCHASE);
  if (filter.scope === 'not-purchases') parts.push(`not (${PURCHASE})`);
  if (filter.from) parts.push(`l.month >= ${param(filter.from)}`);
  if (filter.to) parts.push(`l.month <= ${param(filter.to)}`);
  if (filter.text) {
    const n = param(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`);
    parts.push(`(l.item_name ilike ${n} or l.item_number ilike ${n} or l.invoice_number ilike ${n} or l.seller_name ilike ${n})`);
  }
  const used = useCondition(filter, param);
  if (used) parts.push(used);
  const { line, ofParts, partly } = partCondition(filter, param);
  return { sql: [...parts, ...line].join(' and ') || 'true', ofParts, partly, params };
}

/** Category and method are of the parts of a line: of food and paper on one invoice, food is the food. */
function partCondition({ category, method }: CombinedFilter, param: (value: string) => string): { line: string[]; ofParts: string; partly: string } {
  if (method === 'several') return { line: [`l.method = ${param(method)}`, ...(category ? [`l.category = ${param(category)}`] : [])], ofParts: 'true', partly: 'false' };
  const asked = [...(category ? [{ place: 1, line: 'l.category', part: PART.category, value: param(category) }] : []), ...(method ? [{ place: 2, line: 'l.method', part: PART.method, value: param(method) }] : [])];
  if (asked.length === 0) return { line: [], ofParts: 'true', partly: 'false' };
  const all = (told: (one: (typeof asked)[number]) => string): string => asked.map((one) => `${told(one)} = ${one.value}`).join(' and ');
  const fits = all(({ place }) => `split_part(x.part, '/', ${place})`);
  return {
    line: [`case when l.parts is null then ${all(({ line }) => line)} else exists (select from unnest(l.parts) as x (part) where ${fits}) end`],
    ofParts: all(({ part }) => part),
    partly: `exists (select from unnest(l.parts) as x (part) where not (${fits}))`,
  };
}

/** The lines that a figure on an agreement's use is counted from. */
function useCondition({ usedOn, usedAs, lotId }: CombinedFilter, param: (value: string) => string): string | null {
  if (!usedOn) return null;
  const agreement = `${param(usedOn)}::uuid`;
  const lot = lotId ? `${param(lotId)}::uuid` : null;
  if (usedAs === 'booked') {
    const currency = `(select coalesce(c.maximum_currency, 'NOK') from agreements.door_agreement c where c.id = ${agreement})`;
    return `(l.buyer_id, l.key) in (select u.buyer_id, u.key from (${bookedLines(agreement, currency)}) u${lot ? ` where u.lot_id = ${lot}` : ''})`;
  }
  return lot ? `(l.version_id, l.report_line_no) in (${reportedInLot(agreement, lot)})` : `l.agreement_id = ${agreement} and l.side <> 'booked'`;
}
