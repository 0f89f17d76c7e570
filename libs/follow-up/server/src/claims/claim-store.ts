import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { CLAIM_STATE, stateAfter, type ClaimAct, type ClaimState } from './claim-state.ts';

export interface ClaimRow {
  readonly id: string;
  readonly number: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly basis: 'reported' | 'invoiced';
  readonly state: ClaimState;
  readonly amount: string;
  readonly agreed_amount: string | null;
  readonly currency: string;
  readonly created_by: string | null;
  readonly sent_at: Date | null;
  readonly credited: string;
}

export interface ClaimEvent {
  readonly kind: string;
  readonly amount?: string;
  readonly text?: string;
}

/** Reads and locks claims, and adds entries to their log. */
@Injectable()
export class ClaimStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the claim until the transaction ends, so that acts on it are serialised.
   * @throws Problem 'not-found' (404)
   */
  async lockForUpdate(id: string): Promise<ClaimRow> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('follow_up.claim' || platform.cooperative() || $1, 0))`,
      [id],
    );
    const row = await this.database.one<ClaimRow>(
      `select c.id, c.number, c.agreement_id, c.supplier_id, c.basis, ${CLAIM_STATE} as state, c.amount::text as amount, c.agreed_amount::text as agreed_amount, c.currency, c.created_by, c.sent_at,
         coalesce((select sum(k.amount) from follow_up.claim_credit k where k.cooperative_id = c.cooperative_id and k.claim_id = c.id and k.revoked_at is null), 0)::text as credited
       from follow_up.claim c where c.id = $1`,
      [id],
    );
    if (!row) throw notFound('claim');
    return row;
  }

  /**
   * Returns the state after an act.
   * @throws Problem 'claim-state-changed' (409) when the act is not allowed in the current state
   */
  requireState({ state }: ClaimRow, act: ClaimAct): ClaimState {
    const after = stateAfter(state, act);
    if (after === null) throw new Problem(409, 'claim-state-changed', { state, act });
    return after;
  }

  async addEvent(claim: Pick<ClaimRow, 'id' | 'supplier_id'>, { kind, amount, text }: ClaimEvent): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `insert into follow_up.claim_event (id, claim_id, supplier_id, kind, amount, text, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, platform.person(), $7)`,
      [uuidv7(now), claim.id, claim.supplier_id, kind, amount ?? null, text ?? null, now],
    );
  }
}
