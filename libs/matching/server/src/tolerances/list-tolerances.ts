import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { DECISION_MAKER_COLUMNS, decisionMakerJoins } from '../decided-lines-sql.ts';
import type { ToleranceLimits } from './tolerance-draft.ts';
import { STORED_TOLERANCES, tolerancePeriodsSql } from './tolerance-sql.ts';

/** A version of the tolerance limits of the cooperative or an agreement. */
export interface Tolerance {
  readonly id: string;
  /** Null for the cooperative. */
  readonly agreementId: string | null;
  readonly agreement: string | null;
  readonly validFrom: string;
  /** Last day; null where it has no end, or was replaced. */
  readonly validTo: string | null;
  readonly isInForce: boolean;
  /** True where a newer version has the same first day, and this one never is in force. */
  readonly isReplaced: boolean;
  readonly isInherited: boolean;
  readonly limits: ToleranceLimits;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly byYou: boolean;
  /** Name of the person; null where the user may not know it. */
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
}

const VERSIONS_MAX = 1_000;

/** Lists all versions of the tolerance limits: the cooperative first, then by agreement; newest first. */
@Injectable()
export class ListTolerances {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<Tolerance[]> {
    return this.database.query<Tolerance>(
      `with ${tolerancePeriodsSql('period', STORED_TOLERANCES)}
       select t.id, t.agreement_id as "agreementId", g.number || ' ' || g.title as agreement, t.valid_from::text as "validFrom", (k.next_from - 1)::text as "validTo",
         coalesce(k.valid_from <= $1::date and (k.next_from is null or k.next_from > $1::date), false) as "isInForce", k.id is null as "isReplaced", t.is_inherited as "isInherited",
         jsonb_build_object('pricePercent', trim_scale(t.price_percent)::text, 'priceAmount', t.price_amount::text, 'quantityPercent', trim_scale(t.quantity_percent)::text, 'quantityAmount', t.quantity_amount::text) as limits,
         t.reason, t.decided_at as "decidedAt", t.decided_by is not distinct from platform.person() as "byYou", ${DECISION_MAKER_COLUMNS}
       from matching.tolerance t
       left join period k on k.id = t.id
       left join agreements.door_agreement g on g.id = t.agreement_id
       ${decisionMakerJoins('t')}
       order by t.agreement_id is not null, g.number, t.agreement_id, t.valid_from desc, t.id desc limit ${VERSIONS_MAX}`,
      [osloDate(this.clock.now())],
    );
  }
}
