import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import type { CheckResult } from '@tallgrunn/checks';
import { uuidv7 } from '@tallgrunn/values';
import type { PreparedCheck } from '../checking/prepare-check.ts';
import type { ObligationStore } from '../store/obligation-store.ts';

type Obligation = NonNullable<Awaited<ReturnType<ObligationStore['find']>>>;

/** Stores a nil return with its check result and the supplier's reason. */
@Injectable()
export class StoreNilReturn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the version. */
  async run(obligation: Obligation, prepared: PreparedCheck, verdict: CheckResult, reason: string): Promise<string> {
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into reporting.report_version (id, obligation_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state, currency, received_at, checked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'nil', 'checked', $9, $10, $10)`,
      [
        id,
        obligation.id,
        obligation.agreement_id,
        obligation.supplier_id,
        prepared.termsVersionId,
        obligation.period_key,
        obligation.period_start,
        obligation.period_end,
        prepared.terms.currency,
        now,
      ],
    );
    await this.database.query(
      `insert into reporting.check_result (version_id, supplier_id, ok, row_count, accepted_count, quarantined_count, terms_sha256, context_sha256, engine, totals, groups, counts, columns, sheets)
       values ($1, $2, $3, 0, 0, 0, $4, $5, $6, $7, $8, $9, '[]', '[]')`,
      [
        id,
        obligation.supplier_id,
        verdict.ok,
        prepared.termsHash,
        prepared.sha256,
        verdict.engine,
        ...[verdict.totals, verdict.groups, verdict.counts].map((part) => jsonbText(part)),
      ],
    );
    for (const { code, cause } of verdict.findings) {
      await this.database.query(
        'insert into reporting.finding_response (version_id, code, cause, supplier_id, reason, given_by, given_at) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, code, cause ?? '', obligation.supplier_id, reason, this.database.actor().personId, now],
      );
    }
    return id;
  }
}
