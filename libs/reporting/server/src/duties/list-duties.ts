import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { dutySelect, dutyView, type DutyRow, type DutyView } from './duty-rows.ts';

export interface DutiesWanted {
  readonly agreementId?: string;
  readonly supplierId?: string;
  readonly periodKey?: string;
  /** True: only obligations that still require action by the supplier, not delivered or returned. */
  readonly open?: boolean;
  /** Id of the last obligation of the previous page. */
  readonly after?: string;
}

export const DUTIES_AT_ONCE = 200;

/**
 * Lists the obligations visible to the user, latest due first: a supplier's own, or all for a contract manager. A user
 * with only an invitation sees those still to be delivered, without versions.
 */
@Injectable()
export class ListDuties {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ agreementId, supplierId, periodKey, open, after }: DutiesWanted): Promise<DutyView[]> {
    const invited = this.database.actor().role === 'invited';
    const rows = await this.database.query<DutyRow>(
      `${dutySelect}
       where ($1::uuid is null or d.agreement_id = $1) and ($2::uuid is null or d.supplier_id = $2) and ($3::text is null or d.period_key = $3)
         and (not $4::boolean or v.state is null or v.state = 'returned')
         and ($5::uuid is null or (d.due_on, d.id) < (select p.due_on, p.id from agreements.door_duty p where p.id = $5))
       order by d.due_on desc, d.id desc
       limit ${DUTIES_AT_ONCE}`,
      [agreementId ?? null, supplierId ?? null, periodKey ?? null, open === true || invited, after ?? null],
    );
    const today = osloDate(this.clock.now());
    return rows.map((row) => ({ ...dutyView(row, today), ...(invited && { version: null }) }));
  }

  /** Returns those of the given obligations that are visible to the user, latest due first. */
  async some(dutyIds: readonly string[]): Promise<DutyView[]> {
    const rows = await this.database.query<DutyRow>(
      `${dutySelect} where d.id = any ($1::uuid[]) order by d.due_on desc, d.id desc`,
      [dutyIds],
    );
    return rows.map((row) => dutyView(row, osloDate(this.clock.now())));
  }

  async one(dutyId: string): Promise<DutyView> {
    const row = await this.database.one<DutyRow>(`${dutySelect} where d.id = $1`, [dutyId]);
    if (!row) throw notFound('duty');
    return dutyView(row, osloDate(this.clock.now()));
  }
}
