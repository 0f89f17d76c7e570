import { Injectable } from '@nestjs/common';
import { AddAgreementSuppliers } from '../add-agreement-suppliers.ts';
import { AddLot } from '../add-lot.ts';
import { AddParticipation } from '../add-participation.ts';
import { ChangeAgreementSupplier } from '../change-agreement-supplier.ts';
import { ChangeLot } from '../change-lot.ts';
import { existingSupplier, existingLot, participates } from './compare-register.ts';
import type { DraftAgreement } from './draft.ts';
import type { ExistingAgreement } from './existing-agreement.ts';
import { partyId, type CreatedParties } from './new-parties.ts';

/** Stores the lots, suppliers and participants of an imported agreement. */
@Injectable()
export class WriteAgreementSuppliers {
  constructor(
    private readonly lots: AddLot,
    private readonly lot: ChangeLot,
    private readonly holdings: AddAgreementSuppliers,
    private readonly holding: ChangeAgreementSupplier,
    private readonly participation: AddParticipation,
  ) {}

  async run(
    agreementId: string,
    draft: DraftAgreement,
    known: ExistingAgreement | null,
    createdIds: CreatedParties,
  ): Promise<void> {
    await this.#lots(agreementId, draft, known);
    for (const each of draft.holdings) {
      const existing = known && existingSupplier(each, known);
      const { fromOn, untilOn, rank, share, clauseStatus } = each;
      const part = {
        ...(untilOn && { untilOn }),
        ...(rank !== null && { rank }),
        ...(share !== null && { share }),
        ...(clauseStatus && { clauseStatus }),
      };
      if (!existing)
        await this.holdings.run(agreementId, {
          supplierId: partyId('supplier', each.supplier, createdIds),
          lots: each.lot ? [each.lot] : [],
          ...(fromOn && { fromOn }),
          ...part,
        });
      else if (Object.keys(part).length > 0) await this.holding.run(agreementId, existing.id, part);
    }
    if (known)
      for (const party of draft.buyers)
        if (!participates(party, known))
          await this.participation.run(agreementId, { buyerId: partyId('buyer', party, createdIds) });
  }

  async #lots(agreementId: string, { lots }: DraftAgreement, known: ExistingAgreement | null): Promise<void> {
    for (const lot of lots) {
      const there = known && existingLot(lot.key, known);
      const { maximumValue, technique } = lot;
      if (!there) await this.lots.run(agreementId, { ...lot, title: lot.title.slice(0, 200) });
      else
        await this.lot.run(agreementId, there.id, {
          ...(maximumValue !== null && { maximumValue }),
          ...(technique !== null && { technique }),
        });
    }
  }
}
