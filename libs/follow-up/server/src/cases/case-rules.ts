import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database } from '@tallgrunn/platform';
import { LATE_WORKING_DAYS } from './case.ts';

export interface CaseRule {
  readonly isEnabled: boolean;
  readonly lateWorkingDays: number;
}

/** The rule by which late reports open a case automatically. */
@Injectable()
export class CaseRules {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<CaseRule> {
    const row = await this.database.one<CaseRule & Record<string, unknown>>(
      'select is_enabled as "isEnabled", late_working_days as "lateWorkingDays" from follow_up.case_rule',
    );
    return row ?? { isEnabled: true, lateWorkingDays: LATE_WORKING_DAYS };
  }

  async change(rule: CaseRule): Promise<void> {
    const before = await this.read();
    await this.database.query(
      `insert into follow_up.case_rule (is_enabled, late_working_days, changed_at, changed_by) values ($1, $2, $3, platform.person())
       on conflict (cooperative_id) do update set is_enabled = excluded.is_enabled, late_working_days = excluded.late_working_days, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [rule.isEnabled, rule.lateWorkingDays, this.clock.now()],
    );
    await this.audit.record({
      act: 'case.rule-changed',
      subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
      details: { before, after: rule },
    });
  }
}
