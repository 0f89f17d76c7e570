import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { checkNilReport, type Finding } from '@tallgrunn/checks';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { requirePeriodOver } from './require-period-over.ts';
import { DeliverVersion } from '../versions/deliver-version.ts';
import { DutyStore } from '../store/duty-store.ts';
import { KeepNothing } from './keep-nothing.ts';

/**
 * Submits a nil return ("nothing delivered in the period"): a version without lines. When buyers have booked purchases,
 * the supplier must give a reason; the return then awaits a decision, as does one that replaces reported lines.
 * @throws Problem 'period-not-over' (422) before the period has ended; 'nil-but-booked' (422) with the booked purchases
 * when no reason is given
 */
@Injectable()
export class ReportNothing {
  constructor(
    private readonly duties: DutyStore,
    private readonly database: Database,
    private readonly prepare: PrepareCheck,
    private readonly keep: KeepNothing,
    private readonly deliver: DeliverVersion,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(dutyId: string, why?: string): Promise<{ id: string }> {
    const duty = await this.duties.find(dutyId);
    if (!duty) throw notFound('duty');
    requirePeriodOver(duty, this.clock.now());
    await this.duties.lockForUpdate(dutyId);
    const prepared = await this.prepare.run(dutyId);
    if (prepared.terms.nilReport === 'not-used') throw new Problem(409, 'nil-report-not-used', { dutyId });
    const standing = await this.database.query<{ kind: string; state: string }>(
      `select kind, state from reporting.version where duty_id = $1 and state in ('submitted', 'accepted')`,
      [dutyId],
    );
    if (standing.some(({ kind, state }) => kind === 'nil' && state === 'accepted'))
      throw new Problem(409, 'already-reported-nothing', { dutyId });
    const verdict = checkNilReport(prepared.terms, prepared.context);
    const asks = verdict.findings.filter(({ severity }) => severity !== 'info');
    const reason = why?.trim() ?? '';
    if (asks.length > 0 && reason === '') throw contradicted(dutyId, asks);
    const id = await this.keep.run(duty, prepared, verdict, reason);
    const number = await this.deliver.run(
      { ...duty, id, duty_id: duty.id },
      asks.length > 0 || standing.some(({ kind }) => kind === 'lines'),
    );
    await this.audit.record({
      act: 'report.nothing-delivered',
      subject: { kind: 'report-version', id },
      details: { number, dutyId, contradictedBy: asks.length },
    });
    return { id };
  }
}

/**
 * Builds the problem, with one issue per buyer. Its parameters are those of the finding: the buyer, the booked amount
 * and, where known, the invoices, their count and the last day that the ledger covers.
 */
function contradicted(dutyId: string, asks: readonly Finding[]): Problem {
  return new Problem(
    422,
    'nil-but-booked',
    { dutyId, buyers: asks.length },
    asks.map(({ code, cause, params }) => ({ code, path: cause ?? '', params: { ...params } })),
  );
}
