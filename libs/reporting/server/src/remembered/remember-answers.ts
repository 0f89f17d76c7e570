import { Injectable } from '@nestjs/common';
import { AuditLog, Database } from '@tallgrunn/platform';
import { answersToRemember, type ColumnMapping, type Terms } from '@tallgrunn/checks';
import { withoutPersons } from '@tallgrunn/values';
import type { Version } from '../store/version-store.ts';
import { RememberedAnswerStore, type NewAnswer } from '../store/remembered-answer-store.ts';
import type { FindingResponse } from '../versions/submission.ts';

/**
 * Remembers a supplier's answers when it submits a report, for its next files of the agreement, whether or not the
 * report is accepted. Each new file applies them as answers of that file, so that the reviewer sees them. Permanent
 * rules are learned only from accepted reports.
 */
@Injectable()
export class RememberAnswers {
  constructor(
    private readonly database: Database,
    private readonly answers: RememberedAnswerStore,
    private readonly audit: AuditLog,
  ) {}

  /** Ignores files uploaded by the cooperative on behalf of a supplier: their answers are not the supplier's. */
  async run(version: Version, confirmations: readonly FindingResponse[]): Promise<void> {
    if (this.database.actor().side !== 'supplier') return;
    const newAnswers = await this.#given(version, confirmations);
    const stored =
      newAnswers.length === 0
        ? 0
        : await this.answers.save(
            { supplierId: version.supplier_id, agreementId: version.agreement_id },
            version.id,
            newAnswers,
          );
    if (stored > 0)
      await this.audit.record({
        act: 'report.answers-remembered',
        subject: { kind: 'report-version', id: version.id },
        details: { answers: stored },
      });
  }

  async #given(
    { id, terms_version_id, answers }: Version,
    confirmations: readonly FindingResponse[],
  ): Promise<NewAnswer[]> {
    const checked = await this.database.one<{ columns: ColumnMapping[]; terms: Terms }>(
      `select c.columns, t.document as terms from reporting.check_result c
       join agreements.door_terms_version t on t.cooperative_id = c.cooperative_id and t.id = $2
       where c.version_id = $1`,
      [id, terms_version_id],
    );
    if (!checked) return [];
    const reasons = confirmations.map(({ code, cause = '', reason }) => ({
      code,
      cause,
      reason: withoutPersons(reason.trim()),
    }));
    const lasting = answersToRemember(checked.terms, {
      columns: checked.columns,
      patches: answers.patches ?? [],
      reasons,
      pointedOut: answers.mapping !== undefined,
    });
    const customer = (subject: string, ours: boolean): NewAnswer => ({
      kind: 'customer',
      subject,
      answer: { ours },
      reason: null,
    });
    return [
      ...lasting.map((each): NewAnswer =>
        each.kind === 'change'
          ? { kind: 'change', subject: each.subject, answer: each.patch, reason: null }
          : {
              kind: 'question',
              subject: each.subject,
              answer: { code: each.code, cause: each.cause },
              reason: each.reason,
            },
      ),
      ...(answers.excludedCustomers ?? []).map((hash) => customer(hash, false)),
      ...(answers.includedCustomers ?? []).map((hash) => customer(hash, true)),
    ];
  }
}
