import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import type { Terms } from '@tallgrunn/checks';
import { osloDate } from '@tallgrunn/values';
import { reviewReasons, reasonRejections, type ReviewReason, type StatedReason } from './correction.ts';
import { CorrectionStore, type Correction } from '../store/correction-store.ts';
import type { Version } from '../store/version-store.ts';
import type { SubmissionRejection } from '../versions/submission.ts';

/**
 * Assesses a version about to be submitted as a correction: what is missing in its reason, and why the contract manager
 * must review it.
 */
@Injectable()
export class AssessCorrection {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionStore,
    private readonly clock: Clock,
  ) {}

  async run(
    version: Version,
    reason: StatedReason | undefined,
  ): Promise<{ refusals: readonly SubmissionRejection[]; asks: readonly ReviewReason[] }> {
    const correction = await this.corrections.find(version.id);
    const current = await this.corrections.findPrevious(version.obligation_id);
    // The base version is no longer the current one, so what the user saw, and the lines an amendment carried over,
    // would be wrong.
    if (current?.id !== correction?.base_version_id)
      throw new Problem(409, 'correction-base-changed', { versionId: version.id });
    if (!correction) return { refusals: [], asks: [] };
    return { refusals: reasonRejections(reason), asks: await this.#requiresAnswer(version, correction) };
  }

  /** Stores the review reasons that can be foreseen once the correction is checked, so that the sender sees them. */
  async storeForeseenReasons(version: Pick<Version, 'id' | 'obligation_id' | 'terms_version_id'>): Promise<void> {
    const correction = await this.corrections.find(version.id);
    if (correction)
      await this.corrections.storeReviewReasons(version.id, await this.#requiresAnswer(version, correction));
  }

  async #requiresAnswer(
    version: Pick<Version, 'id' | 'obligation_id' | 'terms_version_id'>,
    correction: Correction,
  ): Promise<readonly ReviewReason[]> {
    const basis = await this.database.one<{ due_on: string; document: Terms }>(
      `select d.due_on, t.document from agreements.door_reporting_obligation d, agreements.door_terms_version t where d.id = $1 and t.id = $2`,
      [version.obligation_id, version.terms_version_id],
    );
    if (!basis) throw new Problem(409, 'correction-base-changed', { versionId: version.id });
    const facts = {
      standing: correction.base_state !== 'returned',
      baseAmount: Number(correction.base_amount),
      movement: Number(correction.movement ?? Math.abs(Number(correction.effect ?? 0))),
      dueOn: basis.due_on,
      today: osloDate(this.clock.now()),
    };
    return reviewReasons(facts, basis.document);
  }

  /** Stores the reason and the review reasons of an assessed correction. */
  async store(version: Version, reason: StatedReason | undefined, reasons: readonly ReviewReason[]): Promise<void> {
    if (reason) await this.corrections.storeReason(version.id, reason, reasons);
  }
}
