import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { obligationSelect, obligationView, type ObligationRow, type ObligationView } from './obligation-rows.ts';

export interface ObligationsFilter {
  readonly agreementId?: string;
  readonly supplierId?: string;
  readonly periodKey?: string;
  /** True: only obligations that still require action by the supplier, not delivered or returned. */
  readonly open?: boolean;
  /** True: only obligations whose report is accepted, nil returns included. */
  readonly accepted?: boolean;
  /** Id of the last obligation of the previous page. */
  readonly after?: string;
}

export const OBLIGATIONS_PAGE_SIZE = 200;

/**
 * Lists the obligations visible to the user, latest due first: a supplier's own, or all for a contract manager. A user
 * with only an invitation sees those still to be delivered, without versions.
 */
@Injectable()
export class ListObligations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({
    agreementId,
    supplierId,
    periodKey,
    open,
    accepted,
    after,
  }: ObligationsFilter): Promise<ObligationView[]> {
    const invited = this.database.actor().role === 'invited';
    const rows = await this.database.query<ObligationRow>(
      `${obligationSelect}
       where ($1::uuid is null or d.agreement_id = $1) and ($2::uuid is null or d.supplier_id = $2) and ($3::text is null or d.period_key = $3)
         and (not $4::boolean or v.state is null or v.state = 'returned')
         and (not $6::boolean or v.state = 'accepted')
         and ($5::uuid is null or (d.due_on, d.id) < (select p.due_on, p.id from agreements.door_reporting_obligation p where p.id = $5))
       order by d.due_on desc, d.id desc
       limit ${OBLIGATIONS_PAGE_SIZE}`,
      [
        agreementId ?? null,
        supplierId ?? null,
        periodKey ?? null,
        open === true || invited,
        after ?? null,
        accepted === true,
      ],
    );
    const today = osloDate(this.clock.now());
    return rows.map((row) => ({ ...obligationView(row, today), ...(invited && { version: null }) }));
  }

  /** Returns those of the given obligations that are visible to the user, latest due first. */
  async byIds(obligationIds: readonly string[]): Promise<ObligationView[]> {
    const rows = await this.database.query<ObligationRow>(
      `${obligationSelect} where d.id = any ($1::uuid[]) order by d.due_on desc, d.id desc`,
      [obligationIds],
    );
    return rows.map((row) => obligationView(row, osloDate(this.clock.now())));
  }

  async byId(obligationId: string): Promise<ObligationView> {
    const row = await this.database.one<ObligationRow>(`${obligationSelect} where d.id = $1`, [obligationId]);
    if (!row) throw notFound('obligation');
    return obligationView(row, osloDate(this.clock.now()));
  }
}
