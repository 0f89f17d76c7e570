import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { AgreementRecord } from '../agreement-record.ts';
import { ChangeAgreement } from '../change-agreement.ts';
import { ReadOptionEffect, type OptionEffect } from './option-effect.ts';

/**
 * Exercises an option, or revokes its exercise. The agreement's last day changes, and with it that of every supplier
 * and participant with the same last day. Obligations follow at the next daily run.
 */
@Injectable()
export class ExerciseOption {
  constructor(
    private readonly database: Database,
    private readonly effects: ReadOptionEffect,
    private readonly head: ChangeAgreement,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lastDayAfter the new last day that the user saw
   * @throws Problem 'option-effect-changed' (409) when the result is now a different day
   */
  async exercise(agreementId: string, number: number, lastDayAfter: string | null): Promise<OptionEffect> {
    await this.record.lockForUpdate(agreementId);
    const effect = await this.effects.exercise(agreementId, number);
    requireViewedEffect(effect, lastDayAfter);
    await this.#move(agreementId, effect);
    await this.database.query(
      `update agreements.agreement_option set decided = 'taken', decided_at = $3, previous_ends_on = $4 where agreement_id = $1 and number = $2`,
      [agreementId, number, this.clock.now(), effect.lastDayBefore],
    );
    await this.#note(agreementId, effect, null, 'taken');
    return effect;
  }

  /**
   * Reopens the option and restores the dates.
   * @throws Problem 'option-effect-changed' (409)
   */
  async revoke(agreementId: string, number: number, lastDayAfter: string | null): Promise<OptionEffect> {
    await this.record.lockForUpdate(agreementId);
    const effect = await this.effects.revoke(agreementId, number);
    requireViewedEffect(effect, lastDayAfter);
    await this.#move(agreementId, effect);
    await this.database.query(
      'update agreements.agreement_option set decided = null, decided_at = null, previous_ends_on = null where agreement_id = $1 and number = $2',
      [agreementId, number],
    );
    await this.#note(agreementId, effect, 'taken', null);
    return effect;
  }

  async #move(agreementId: string, { lastDayBefore, lastDayAfter }: OptionEffect): Promise<void> {
    if (lastDayBefore === lastDayAfter) return;
    await this.head.run(agreementId, { endsOn: lastDayAfter });
    for (const table of ['agreement_supplier', 'participation'])
      await this.database.query(
        `update agreements.${table} set valid_to = $3 where agreement_id = $1 and valid_to = $2 and ($3::date is null or valid_from <= $3::date)`,
        [agreementId, lastDayBefore, lastDayAfter],
      );
  }

  #note(agreementId: string, effect: OptionEffect, before: string | null, after: string | null): Promise<void> {
    const { number, lastDayBefore, lastDayAfter, suppliers, participants } = effect;
    return this.record.recordChange(
      agreementId,
      'options',
      { number, decided: before, endsOn: lastDayBefore },
      { number, decided: after, endsOn: lastDayAfter, suppliers: suppliers.length, participants: participants.length },
    );
  }
}

function requireViewedEffect(effect: OptionEffect, viewed: string | null): void {
  if (effect.lastDayAfter !== viewed)
    throw new Problem(409, 'option-effect-changed', { found: viewed, expected: effect.lastDayAfter });
}
