import { AddColumnRule } from '@tallgrunn/agreements-server';
import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { columnRulesToLearn, subjectOf, type ColumnMapping, type Patch, type Terms } from '@tallgrunn/checks';
import { RememberedAnswerStore } from '../store/remembered-answer-store.ts';

interface AnsweredColumns extends Record<string, unknown> {
  readonly supplierId: string;
  readonly agreementId: string;
  readonly terms: Terms;
  readonly columns: readonly ColumnMapping[];
  readonly patches: readonly Patch[] | null;
  /** Fields whose dates a person confirmed as day before month. */
  readonly dayFirst: readonly string[];
  /** True when a person mapped columns or confirmed a guess. */
  readonly pointedOut: boolean;
}

/**
 * Learns the columns of a supplier's report when it is accepted, for its later reports of the same agreement. Columns
 * that are recognised anyway, and rules the supplier has revoked since, are not learned.
 */
@Injectable()
@OnDomainEvent('reporting.version-accepted', { yieldsSeconds: 300 })
export class LearnColumns {
  constructor(
    private readonly database: Database,
    private readonly teach: AddColumnRule,
    private readonly answers: RememberedAnswerStore,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const answered = await this.database.one<AnsweredColumns>(
      `select v.supplier_id as "supplierId", v.agreement_id as "agreementId", t.document as terms, c.columns, v.answers -> 'patches' as patches,
         array(select f.cause from reporting.finding_response f where f.cooperative_id = v.cooperative_id and f.version_id = v.id and f.code = 'day-month-ambiguous') as "dayFirst",
         v.answers ? 'mapping' or v.answers -> 'patches' @> '[{"set": "column"}]'
           or exists (select 1 from reporting.finding_response f where f.cooperative_id = v.cooperative_id and f.version_id = v.id and f.code = 'column-inferred') as "pointedOut"
       from reporting.report_version v
       join reporting.check_result c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
       join agreements.door_terms_version t on t.cooperative_id = v.cooperative_id and t.id = v.terms_version_id
       where v.id = $1`,
      [subjectId],
    );
    if (!answered) return;
    const { supplierId, agreementId, terms, columns, patches, dayFirst, pointedOut } = answered;
    const statedRules = [
      ...dayFirst.map((field) => ({ set: 'date-order', field, value: 'day-first' }) as const),
      ...(patches ?? []),
    ];
    const revokedSubjects = await this.answers.revokedSubjects({ supplierId, agreementId });
    for (const meaning of columnRulesToLearn(terms, columns, statedRules, pointedOut === true)) {
      const subject = subjectOf(
        meaning.kind === 'name'
          ? { set: 'column', heading: meaning.heading }
          : { set: meaning.kind, field: meaning.field },
      );
      if (!revokedSubjects.has(subject)) await this.teach.run(supplierId, agreementId, meaning, 'decided');
    }
  }
}
