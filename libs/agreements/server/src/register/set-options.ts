import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, type Issue } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { AgreementRecord } from './agreement-record.ts';

export interface AgreementOption {
  readonly number: number;
  readonly noticeBy?: string | null;
  readonly extendsTo: string;
  readonly decided?: 'taken' | 'left' | null;
}

const READ_OPTIONS_SQL = `select coalesce(json_agg(json_build_object('number', number, 'noticeBy', notice_by, 'extendsTo', extends_to, 'decided', decided) order by number), '[]') as options
  from agreements.agreement_option where agreement_id = $1`;

/**
 * Replaces the options of an agreement. Marking one as exercised does not change the agreement's last day; that is a
 * separate change.
 */
@Injectable()
export class SetOptions {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, options: readonly AgreementOption[]): Promise<void> {
    const agreement = await this.record.lockForUpdate(agreementId);
    validateOptions(options, agreement.startsOn);
    const before = (await this.database.one<{ options: unknown }>(READ_OPTIONS_SQL, [agreementId])) ?? {};
    await this.database.query(
      'delete from agreements.agreement_option where agreement_id = $1 and not (number = any ($2))',
      [agreementId, options.map(({ number }) => number)],
    );
    for (const { number, noticeBy, extendsTo, decided } of options) {
      await this.database.query(
        `insert into agreements.agreement_option as o (id, agreement_id, number, notice_by, extends_to, decided, decided_at)
         values ($1, $2, $3, $4, $5, $6::text, case when $6::text is null then null else $7::timestamptz end)
         on conflict (cooperative_id, agreement_id, number) do update set notice_by = excluded.notice_by, extends_to = excluded.extends_to, decided = excluded.decided,
           decided_at = case when o.decided is not distinct from excluded.decided then o.decided_at else excluded.decided_at end`,
        [uuidv7(this.clock.now()), agreementId, number, noticeBy ?? null, extendsTo, decided ?? null, this.clock.now()],
      );
    }
    await this.record.recordChange(
      agreementId,
      'options',
      before,
      (await this.database.one<{ options: unknown }>(READ_OPTIONS_SQL, [agreementId])) ?? {},
    );
  }
}

function validateOptions(options: readonly AgreementOption[], startsOn: string): void {
  const issues: Issue[] = options.flatMap(({ number, noticeBy, extendsTo }, at) => [
    ...(extendsTo < startsOn
      ? [
          {
            code: 'option-before-agreement',
            path: `options.${at}.extendsTo`,
            params: { found: extendsTo, expected: startsOn },
          },
        ]
      : []),
    ...(noticeBy && noticeBy > extendsTo
      ? [
          {
            code: 'notice-after-option',
            path: `options.${at}.noticeBy`,
            params: { found: noticeBy, expected: extendsTo },
          },
        ]
      : []),
    ...(options.findIndex((other) => other.number === number) < at
      ? [{ code: 'option-repeated', path: `options.${at}.number`, params: { found: number } }]
      : []),
  ]);
  if (issues.length > 0) throw new Problem(422, 'agreement-invalid', {}, issues);
}
