import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import type { Terms } from '@tallgrunn/checks';
import { uuidv7 } from '@tallgrunn/values';
import { DeliverVersion } from '../versions/deliver-version.ts';
import { DutyStore } from '../store/duty-store.ts';

/** "Nothing delivered in the period": a version without lines, submitted at once. One that takes the place of reported lines, in force or waiting, waits for a decision. */
@Injectable()
export class ReportNothing {
  constructor(
    private readonly duties: DutyStore,
    private readonly database: Database,
    private readonly deliver: DeliverVersion,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(dutyId: string): Promise<{ id: string }> {
    const duty = await this.duties.find(dutyId);
    if (!duty) throw notFound('duty');
    const terms = await this.database.one<{ document: Terms }>('select document from agreements.door_terms_version where id = $1', [duty.terms_version_id]);
    if (terms?.document.nilReport === 'not-used') throw new Problem(409, 'nil-report-not-used', { dutyId });
    const standing = await this.database.query<{ kind: string; state: string }>(`select kind, state from reporting.version where duty_id = $1 and state in ('submitted', 'accepted')`, [dutyId]);
    if (standing.some(({ kind, state }) => kind === 'nil' && state === 'accepted')) throw new Problem(409, 'already-reported-nothing', { dutyId });
    const id = uuidv7(this.clock.now());
    const now = this.clock.now();
    await this.database.query(
      `insert into reporting.version (id, duty_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state, currency, received_at, checked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'nil', 'checked', $9, $10, $10)`,
      [id, duty.id, duty.agreement_id, duty.supplier_id, duty.terms_version_id, duty.period_key, duty.period_start, duty.period_end, terms?.document.currency ?? null, now],
    );
    const number = await this.deliver.run({ ...duty, id, duty_id: duty.id }, standing.some(({ kind }) => kind === 'lines'));
    await this.audit.record({ act: 'report.nothing-delivered', subject: { kind: 'report-version', id }, details: { number, dutyId } });
    return { id };
  }
}
