import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { defaultReport, type Terms } from '@tallgrunn/checks';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { obligationPeriods, type ObligationPeriod, type DatedTerms } from './obligation-periods.ts';
import { planObligations, type ExistingObligation, type RequiredObligation } from './plan-obligations.ts';

export interface AgreementSupplier extends Record<string, unknown> {
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly lots: readonly SupplierLot[];
  readonly branches: readonly Branch[];
}

/** A lot of the supplier; first and last day, null: not limited. */
interface SupplierLot {
  readonly key: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

interface Branch {
  readonly id: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

export interface TermsRow extends Record<string, unknown> {
  readonly id: string;
  readonly agreement_id: string;
  readonly version: number;
  readonly applies_from: string;
  readonly document: Terms;
}

/**
 * Opens the obligations that exist by today: one per supplier, report and period of every agreement with terms, and one
 * per branch when a chain reports by branch. A repeated run changes only periods that have not ended, which follow the
 * current terms and dates. An ended period keeps its obligation.
 */
@Injectable()
export class CreateObligations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const today = osloDate(this.clock.now());
    const terms = await this.database.query<TermsRow>(
      'select id, agreement_id, version, applies_from, document from agreements.terms_version',
    );
    for (const supplier of await this.database.query<AgreementSupplier>(allAgreementSuppliersSql)) {
      const existing = await this.database.query<ExistingObligation & Record<string, unknown>>(existingObligationsSql, [
        supplier.agreement_id,
        supplier.supplier_id,
      ]);
      const required = requiredObligations(
        supplier,
        terms.filter((row) => row.agreement_id === supplier.agreement_id),
        today,
      );
      const { add, change, withdraw } = planObligations(existing, required, today);
      for (const obligation of withdraw) await this.#withdraw(obligation.id);
      for (const [id, obligation] of change) await this.#change(id, obligation);
      for (const obligation of add) await this.#add(supplier, obligation);
    }
  }

  async #add(
    { agreement_id, supplier_id }: AgreementSupplier,
    { report, partOf, termsId, key, start, end, dueOn, lots, runOff }: RequiredObligation,
  ): Promise<void> {
    await this.database.query(
      `insert into agreements.reporting_obligation (id, agreement_id, supplier_id, terms_version_id, report, branch_id, period_key, period_start, period_end, due_on, lots, is_run_off, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict on constraint reporting_obligation_once do nothing`,
      [
        uuidv7(this.clock.now()),
        agreement_id,
        supplier_id,
        termsId,
        report,
        partOf,
        key,
        start,
        end,
        dueOn,
        lots,
        runOff,
        this.clock.now(),
      ],
    );
  }

  async #change(id: string, { termsId, end, dueOn, lots, runOff }: RequiredObligation): Promise<void> {
    await this.database.query(
      `update agreements.reporting_obligation set terms_version_id = $2, period_end = $3, due_on = $4, lots = $5, is_run_off = $6,
         exempted_at = case when exemption_reason = 'no-longer-owed' then null else exempted_at end,
         exemption_reason = nullif(exemption_reason, 'no-longer-owed')
       where id = $1`,
      [id, termsId, end, dueOn, lots, runOff],
    );
  }

  async #withdraw(id: string): Promise<void> {
    await this.database.query(
      `update agreements.reporting_obligation set exempted_at = $2, exemption_reason = 'no-longer-owed' where id = $1`,
      [id, this.clock.now()],
    );
  }
}

/**
 * SQL: suppliers of agreements, each with its first and last day, lots and branches.
 * @param of a condition on `s`
 */
export const agreementSuppliersSql = (of: string): string => `
  select s.agreement_id, s.supplier_id, min(s.valid_from) as valid_from,
    case when bool_or(s.valid_to is null) then null else max(s.valid_to) end as valid_to,
    coalesce(jsonb_agg(jsonb_build_object('key', l.key, 'valid_from', s.valid_from, 'valid_to', s.valid_to) order by l.key) filter (where l.key is not null), '[]') as lots,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', u.id, 'valid_from', u.valid_from, 'valid_to', u.valid_to) order by u.id)
      from agreements.related_entity u
      where u.cooperative_id = s.cooperative_id and u.supplier_id = s.supplier_id and u.kind in ('branch', 'franchisee')
    ), '[]') as branches
  from agreements.agreement_supplier s
  left join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id
  where ${of}
  group by s.cooperative_id, s.agreement_id, s.supplier_id`;

const allAgreementSuppliersSql = agreementSuppliersSql('true');

/** SQL: the obligations of a supplier ($2) under an agreement ($1). */
export const existingObligationsSql = `
  select id, report, branch_id as "partOf", period_key as key, period_start as start, period_end as "end", due_on as "dueOn", terms_version_id as "termsId", lots,
    is_run_off as "runOff", exemption_reason as "exemptReason"
  from agreements.reporting_obligation where agreement_id = $1 and supplier_id = $2`;

/** Returns the obligations that a supplier should have by today, under the terms versions of one agreement. */
export function requiredObligations(
  supplier: AgreementSupplier,
  versions: readonly TermsRow[],
  today: string,
): RequiredObligation[] {
  const reports = Map.groupBy(versions, ({ document }) => document.report ?? defaultReport);
  return [...reports].flatMap(([report, rows]) => {
    const terms = new Map(rows.map((row) => [row.id, row.document]));
    const periods = (from: string, until: string | null) =>
      obligationPeriods({ terms: rows.map(datedTerms), from, until, today });
    const byBranch = ({ termsId }: ObligationPeriod) =>
      terms.get(termsId)?.partsOf === 'branch' && supplier.branches.length > 0;
    const whole = periods(supplier.valid_from, supplier.valid_to)
      .filter((period) => !byBranch(period))
      .map((period) => ({ ...period, partOf: null }));
    const parts = supplier.branches.flatMap((branch) =>
      periods(latest(supplier.valid_from, branch.valid_from), earliest(supplier.valid_to, branch.valid_to))
        .filter(byBranch)
        .map((period) => ({ ...period, partOf: branch.id })),
    );
    return [...whole, ...parts].map((period) => ({ ...period, report, lots: lotsOf(supplier, period) }));
  });
}

const datedTerms = ({ id, version, applies_from, document: { frequency, due, runOffDays } }: TermsRow): DatedTerms => ({
  id,
  version,
  holdsFrom: applies_from,
  frequency,
  due,
  ...(runOffDays !== undefined && { runOffDays }),
});

/** Returns the keys of the supplier's lots in the period; in the run-off, of all its lots. */
function lotsOf({ lots }: AgreementSupplier, { start, end, runOff }: ObligationPeriod): string[] {
  const currentLots = lots.filter(
    ({ valid_from, valid_to }) => runOff || (valid_from < end && (valid_to === null || valid_to >= start)),
  );
  return [...new Set(currentLots.map(({ key }) => key))];
}

const latest = (a: string, b: string | null) => (b !== null && b > a ? b : a);
const earliest = (a: string | null, b: string | null) => (a === null || b === null ? (a ?? b) : a < b ? a : b);
