import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { PenaltyReason } from './calculate-penalty.ts';

/** A decision to warn a supplier or to claim a penalty, as the supplier sees it. */
export interface ReceivedPenalty {
  readonly id: string;
  readonly number: string;
  readonly decision: 'warn' | 'claim';
  /** Decimal text; '0' for a warning. */
  readonly amount: string;
  readonly currency: string;
  readonly unitCount: number;
  readonly obligationId: string;
  readonly periodKey: string;
  readonly dueOn: string;
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string };
  readonly decidedAt: string;
  readonly withdrawnAt: string | null;
  /** The calculation that was decided on, oldest day first. */
  readonly days: readonly {
    readonly on: string;
    readonly isCounted: boolean;
    readonly reason: PenaltyReason;
    readonly amount: string;
  }[];
}

type Row = Omit<ReceivedPenalty, 'decidedAt' | 'withdrawnAt'> & {
  readonly decidedAt: Date;
  readonly withdrawnAt: Date | null;
};

const ROWS_MAX = 500;

const RECEIVED = `
  select d.id, d.number, d.decision, d.amount::text as amount, d.currency, d.unit_count as "unitCount", d.obligation_id as "obligationId", o.period_key as "periodKey", o.due_on::text as "dueOn",
    json_build_object('id', a.id, 'number', a.number, 'title', a.title) as agreement, d.decided_at as "decidedAt", d.withdrawn_at as "withdrawnAt", coalesce(d.calculation -> 'days', '[]') as days
  from follow_up.penalty_decision d
  join agreements.door_reporting_obligation o on o.cooperative_id = d.cooperative_id and o.id = d.obligation_id
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  order by d.decided_at desc, d.id desc limit ${ROWS_MAX}`;

/** Lists the decisions to warn or to claim about the acting supplier. Row-level security omits all others. */
@Injectable()
export class ListReceivedPenalties {
  constructor(private readonly database: Database) {}

  async run(): Promise<ReceivedPenalty[]> {
    const rows = await this.database.query<Row & Record<string, unknown>>(RECEIVED);
    return rows.map(({ decidedAt, withdrawnAt, ...row }) => ({
      ...row,
      decidedAt: decidedAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    }));
  }
}
