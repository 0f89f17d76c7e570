import { Injectable } from '@nestjs/common';
import { defaultReport, type Terms } from '@tallgrunn/checks';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import {
  agreementSuppliersSql,
  existingObligationsSql,
  requiredObligations,
  type AgreementSupplier,
  type TermsRow,
} from './create-obligations.ts';
import { planObligations, type ExistingObligation } from './plan-obligations.ts';

/** The obligations that terms create at once when published. */
export interface ObligationForecast {
  readonly count: number;
  readonly suppliers: number;
  /** Number of obligations whose due date has passed already, so that they cannot be reported on time. */
  readonly overdueCount: number;
  readonly firstDueOn: string | null;
}

/** Unpublished terms with the fields that determine the periods. */
export type DraftedTerms = Pick<Terms, 'frequency' | 'due'> & Partial<Terms>;

/** Counts the obligations that draft terms would create from a day. Nothing is stored. */
@Injectable()
export class PreviewObligations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) */
  async run(agreementId: string, draft: DraftedTerms, holdsFrom: string): Promise<ObligationForecast> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    const today = osloDate(this.clock.now());
    const published = await this.database.query<TermsRow>(
      'select id, agreement_id, version, applies_from, document from agreements.terms_version where agreement_id = $1',
      [agreementId],
    );
    const report = draft.report ?? defaultReport;
    const version = Math.max(
      0,
      ...published.filter(({ document }) => (document.report ?? defaultReport) === report).map((row) => row.version),
    );
    const drafted: TermsRow = {
      ...{ id: 'draft', agreement_id: agreementId, version: version + 1, applies_from: holdsFrom },
      document: draft as Terms,
    };
    const holdings = await this.database.query<AgreementSupplier>(agreementSuppliersSql('s.agreement_id = $1'), [
      agreementId,
    ]);
    const due: string[] = [];
    const suppliers = new Set<string>();
    for (const supplier of holdings) {
      const existing = await this.database.query<ExistingObligation & Record<string, unknown>>(existingObligationsSql, [
        agreementId,
        supplier.supplier_id,
      ]);
      const { add } = planObligations(existing, requiredObligations(supplier, [...published, drafted], today), today);
      if (add.length > 0) suppliers.add(supplier.supplier_id);
      due.push(...add.map(({ dueOn }) => dueOn));
    }
    return {
      count: due.length,
      suppliers: suppliers.size,
      overdueCount: due.filter((day) => day < today).length,
      firstDueOn: due.sort()[0] ?? null,
    };
  }
}
