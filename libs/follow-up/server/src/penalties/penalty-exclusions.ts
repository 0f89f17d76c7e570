import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

export interface PenaltyExclusionRequest {
  readonly supplierId: string;
  /** Omitted: all agreements of the supplier. */
  readonly agreementId?: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface PenaltyExclusionView {
  readonly id: string;
  readonly agreementId: string | null;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/** Lists the excluded periods of a supplier, newest first, at most 200. */
@Injectable()
export class ListPenaltyExclusions {
  constructor(private readonly database: Database) {}

  async run(supplierId: string): Promise<PenaltyExclusionView[]> {
    return this.database.query<PenaltyExclusionView>(
      `select e.id, e.agreement_id as "agreementId", e.valid_from as "from", e.valid_to as "to", e.reason, p.name as "createdBy",
         to_json(e.created_at) #>> '{}' as "createdAt", to_json(e.revoked_at) #>> '{}' as "revokedAt"
       from follow_up.penalty_exclusion e
       left join identity.door_person p on p.cooperative_id = e.cooperative_id and p.id = e.created_by
       where e.supplier_id = $1 order by e.valid_from desc, e.id desc limit 200`,
      [supplierId],
    );
  }
}

/** Excludes a period from the penalties of a supplier, for example because of force majeure. */
@Injectable()
export class ExcludePenaltyDays {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404), or 'period-reversed' (422) when the last day is before the first */
  async run({ supplierId, agreementId, from, to, reason }: PenaltyExclusionRequest): Promise<{ id: string }> {
    if (to < from) throw new Problem(422, 'period-reversed', { from, to });
    const supplier = await this.database.one(
      `select 1 from identity.door_current_organisation where id = $1 and kind = 'supplier'`,
      [supplierId],
    );
    if (!supplier) throw notFound('supplier');
    if (agreementId) {
      const agreement = await this.database.one(
        'select 1 from agreements.door_agreement_supplier where agreement_id = $1 and supplier_id = $2',
        [agreementId, supplierId],
      );
      if (!agreement) throw notFound('agreement');
    }
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into follow_up.penalty_exclusion (id, supplier_id, agreement_id, valid_from, valid_to, reason, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, platform.person(), $7)`,
      [id, supplierId, agreementId ?? null, from, to, reason, now],
    );
    await this.audit.record({
      act: 'penalty.days-excluded',
      subject: { kind: 'penalty-exclusion', id },
      details: { supplierId, agreementId: agreementId ?? null, from, to, reason },
    });
    return { id };
  }
}

/**
 * Revokes an excluded period: its days count as if it had never been entered.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class RevokePenaltyExclusion {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    const revoked = await this.database.query(
      'update follow_up.penalty_exclusion set revoked_by = platform.person(), revoked_at = $2 where id = $1 and revoked_at is null returning id',
      [id, this.clock.now()],
    );
    if (revoked.length === 0) throw notFound('penalty-exclusion');
    await this.audit.record({ act: 'penalty.exclusion-revoked', subject: { kind: 'penalty-exclusion', id } });
  }
}
