import { Injectable } from '@nestjs/common';
import { AddUnitMapping } from '@tallgrunn/agreements-server';
import { OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { standardUnitKey, subjectOf } from '@tallgrunn/checks';
import { RememberedAnswerStore } from '../store/remembered-answer-store.ts';
import { VersionStore } from '../store/version-store.ts';

const TEXT_CHARACTERS_MAX = 60;
const UNITS_MAX = 200;

/**
 * Learns a supplier's answers about units when its report is accepted, for its later reports of the same agreement.
 * Answers about standard units apply to one file only and are not learned; neither are those the supplier has revoked
 * since.
 */
@Injectable()
@OnDomainEvent('reporting.version-accepted', { yieldsSeconds: 300 })
export class LearnUnits {
  constructor(
    private readonly versions: VersionStore,
    private readonly teach: AddUnitMapping,
    private readonly answers: RememberedAnswerStore,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const version = await this.versions.find(subjectId);
    const patches = version?.answers.patches ?? [];
    const revokedSubjects =
      version &&
      (await this.answers.revokedSubjects({ supplierId: version.supplier_id, agreementId: version.agreement_id }));
    for (const patch of patches.filter(({ set }) => set === 'unit').slice(0, UNITS_MAX)) {
      if (
        patch.set !== 'unit' ||
        !version ||
        standardUnitKey(patch.text) !== null ||
        revokedSubjects?.has(subjectOf(patch)) ||
        !fits(patch.text) ||
        !fits(patch.unit)
      )
        continue;
      const pack =
        fits(patch.to) && /^\d{1,9}(\.\d{1,9})?$/.test(patch.factor ?? '') && Number(patch.factor) > 0
          ? { factor: patch.factor!, to: patch.to! }
          : {};
      await this.teach.run(
        version.supplier_id,
        version.agreement_id,
        { text: patch.text, unit: patch.unit, ...pack },
        'decided',
      );
    }
  }
}

const fits = (text: unknown): boolean =>
  typeof text === 'string' && text.trim() !== '' && text.length <= TEXT_CHARACTERS_MAX;
