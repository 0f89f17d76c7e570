import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PreviewTolerance } from './preview-tolerance.ts';
import { storedLimits, type ToleranceDraft } from './tolerance-draft.ts';

export interface ConfirmedTolerance extends ToleranceDraft {
  readonly reason: string;
  /** Hash of the preview that the user saw. */
  readonly basis: string;
}

/** Stores a version of the tolerance limits. Earlier versions stay in force for their days. */
@Injectable()
export class SetTolerance {
  constructor(
    private readonly database: Database,
    private readonly preview: PreviewTolerance,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the version if its effect is the one that was shown.
   * @throws Problem 'tolerance-effect-changed' (409) if lines or versions have changed since the preview
   */
  async run({ reason, basis, ...draft }: ConfirmedTolerance): Promise<{ id: string }> {
    // Parallel versions wait here, so that each sees the effect of the other.
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('matching.tolerance' || platform.cooperative(), 0))`,
    );
    const shown = await this.preview.run(draft);
    if (shown.basis !== basis) throw new Problem(409, 'tolerance-effect-changed');
    const { pricePercent, priceAmount, quantityPercent, quantityAmount } = storedLimits(draft);
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into matching.tolerance (id, agreement_id, valid_from, is_inherited, price_percent, price_amount, quantity_percent, quantity_amount, reason, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, platform.person(), $10)`,
      [
        id,
        draft.agreementId,
        draft.validFrom,
        draft.isInherited,
        pricePercent,
        priceAmount,
        quantityPercent,
        quantityAmount,
        reason,
        now,
      ],
    );
    const { toWithin, toFollowUp } = shown.total.onSaving;
    await this.audit.record({
      act: 'matching.tolerance-set',
      subject: { kind: 'tolerance', id },
      details: {
        agreementId: draft.agreementId,
        validFrom: draft.validFrom,
        linesToWithin: toWithin.lineCount,
        linesToFollowUp: toFollowUp.lineCount,
      },
    });
    return { id };
  }
}
