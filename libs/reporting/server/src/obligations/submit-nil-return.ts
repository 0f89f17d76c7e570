import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { checkNilReturn, type Finding } from '@tallgrunn/checks';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { requirePeriodOver } from './require-period-over.ts';
import { RecordSubmission } from '../versions/record-submission.ts';
import { ObligationStore } from '../store/obligation-store.ts';
import { StoreNilReturn } from './store-nil-return.ts';

/**
 * Submits a nil return ("nothing delivered in the period"): a version without lines. When buyers have booked purchases,
 * the supplier must give a reason; the return then awaits a decision, as does one that replaces reported lines.
 * @throws Problem 'period-not-over' (422) before the period has ended; 'nil-but-booked' (422) with the booked purchases
 * when no reason is given
 */
@Injectable()
export class SubmitNilReturn {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly database: Database,
    private readonly prepare: PrepareCheck,
    private readonly storeNilReturn: StoreNilReturn,
    private readonly deliver: RecordSubmission,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(obligationId: string, why?: string): Promise<{ id: string }> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    requirePeriodOver(obligation, this.clock.now());
    await this.obligations.lockForUpdate(obligationId);
    const prepared = await this.prepare.run(obligationId);
    if (prepared.terms.nilReport === 'not-used') throw new Problem(409, 'nil-return-not-allowed', { obligationId });
    const standing = await this.database.query<{ kind: string; state: string }>(
      `select kind, state from reporting.report_version where obligation_id = $1 and state in ('submitted', 'accepted')`,
      [obligationId],
    );
    if (standing.some(({ kind, state }) => kind === 'nil' && state === 'accepted'))
      throw new Problem(409, 'nil-return-already-submitted', { obligationId });
    const verdict = checkNilReturn(prepared.terms, prepared.context);
    const asks = verdict.findings.filter(({ severity }) => severity !== 'info');
    const reason = why?.trim() ?? '';
    if (asks.length > 0 && reason === '') throw nilButBooked(obligationId, asks);
    const id = await this.storeNilReturn.run(obligation, prepared, verdict, reason);
    const number = await this.deliver.run(
      { ...obligation, id, obligation_id: obligation.id },
      asks.length > 0 || standing.some(({ kind }) => kind === 'lines'),
    );
    await this.audit.record({
      act: 'report.nil-returned',
      subject: { kind: 'report-version', id },
      details: { number, obligationId, contradictedBy: asks.length },
    });
    return { id };
  }
}

/**
 * Builds the problem, with one issue per buyer. Its parameters are those of the finding: the buyer, the booked amount
 * and, where known, the invoices, their count and the last day that the ledger covers.
 */
function nilButBooked(obligationId: string, asks: readonly Finding[]): Problem {
  return new Problem(
    422,
    'nil-but-booked',
    { obligationId, buyers: asks.length },
    asks.map(({ code, cause, params }) => ({ code, path: cause ?? '', params: { ...params } })),
  );
}
