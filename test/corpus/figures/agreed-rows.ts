import { micro } from './micro.ts';
import type { Query } from './query.ts';

/** Agreement data and reports from their tables. Amounts in millionths of NOK. */
export interface AgreedRows {
  readonly terms: ReadonlyMap<string, AgreedTerms>;
  readonly lines: readonly AgreedLine[];
  /** Reports required by agreements. `isIn`: accepted, or exempt. */
  readonly obligations: readonly {
    readonly agreement: string;
    readonly supplier: string;
    readonly from: string;
    readonly until: string;
    readonly isIn: boolean;
  }[];
  readonly participations: readonly {
    readonly agreement: string;
    readonly buyer: string;
    readonly from: string;
    readonly until: string | null;
  }[];
  /** The latest statement of earlier call-offs, per supplier and lot. */
  readonly openings: readonly {
    readonly agreement: string;
    readonly supplier: string;
    readonly lot: string | null;
    readonly before: string;
    readonly amount: bigint;
  }[];
}

export interface AgreedTerms {
  readonly maximum: bigint | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly suppliers: ReadonlySet<string>;
}

/** A line of a report in force. */
export interface AgreedLine {
  readonly agreement: string;
  readonly supplier: string;
  readonly buyer: string | null;
  readonly item: string | null;
  readonly itemNumber: string | null;
  readonly kind: string;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amount: bigint | null;
  /** True for amounts in NOK excl. VAT: only such lines are summed. */
  readonly isAdded: boolean;
  /** Day of delivery, invoice or order; otherwise the first day of the report's period. */
  readonly day: string;
}

export async function readAgreedRows(query: Query): Promise<AgreedRows> {
  const terms = await query<{
    id: string;
    maximum: string | null;
    startsOn: string;
    endsOn: string | null;
    suppliers: string[];
  }>(`
    select a.id, a.maximum_value::text as maximum, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", array_agg(distinct s.supplier_id::text) as suppliers
    from agreements.agreement a join agreements.agreement_supplier s on s.agreement_id = a.id group by a.id, a.maximum_value, a.starts_on, a.ends_on`);
  const lines = await query<Omit<AgreedLine, 'amount'> & { amount: string | null }>(`
    select v.agreement_id as agreement, l.supplier_id as supplier, l.buyer_id as buyer, l.item_id as item, l.item_number as "itemNumber", l.kind, l.quantity::text as quantity, l.unit, l.amount::text as amount,
      l.currency = 'NOK' and l.vat = 'excluded' as "isAdded", coalesce(l.delivered_on, l.invoiced_on, l.ordered_on, v.period_start)::text as day
    from reporting.report_line l join reporting.report_version v on v.id = l.version_id where v.state = 'accepted'`);
  const obligations = await query<AgreedRows['obligations'][number]>(`
    select d.agreement_id as agreement, d.supplier_id as supplier, d.period_start::text as "from", d.period_end::text as until,
      d.exemption_reason is not null or exists (select from reporting.report_version v where v.obligation_id = d.id and v.state = 'accepted') as "isIn"
    from agreements.reporting_obligation d`);
  const participations = await query<AgreedRows['participations'][number]>(
    `select agreement_id as agreement, buyer_id as buyer, valid_from::text as "from", valid_to::text as until from agreements.participation`,
  );
  const openings = await query<{
    agreement: string;
    supplier: string;
    lot: string | null;
    before: string;
    amount: string;
  }>(`
    select o.agreement_id as agreement, o.supplier_id as supplier, o.lot_id as lot, o.before_month as before, o.amount::text as amount from agreements.opening_amount o
    where not exists (select from agreements.opening_amount n where n.agreement_id = o.agreement_id and n.supplier_id = o.supplier_id and n.lot_id is not distinct from o.lot_id and n.id > o.id)`);
  return {
    terms: new Map(
      terms.map(({ id, maximum, suppliers, ...days }) => [
        id,
        { ...days, maximum: maximum === null ? null : micro(maximum), suppliers: new Set(suppliers) },
      ]),
    ),
    lines: lines.map(({ amount, ...line }) => ({ ...line, amount: amount === null ? null : micro(amount) })),
    ...{ obligations, participations },
    openings: openings.map(({ amount, ...one }) => ({ ...one, amount: micro(amount) })),
  };
}
