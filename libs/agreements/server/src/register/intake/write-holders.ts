import { Injectable } from '@nestjs/common';
import { AddHoldings } from '../add-holdings.ts';
import { AddLot } from '../add-lot.ts';
import { AddParticipation } from '../add-participation.ts';
import { ChangeHolding } from '../change-holding.ts';
import { ChangeLot } from '../change-lot.ts';
import { holdingOf, knownLot, takesPart } from './compare-register.ts';
import type { DraftAgreement } from './draft.ts';
import type { KnownAgreement } from './known-agreement.ts';
import { idOf, type MadeParties } from './new-parties.ts';

/** Stores the lots, suppliers and participants of an imported agreement. */
@Injectable()
export class WriteHolders {
  constructor(
    private readonly lots: AddLot,
    private readonly lot: ChangeLot,
    private readonly holdings: AddHoldings,
    private readonly holding: ChangeHolding,
    private readonly participation: AddParticipation,
  ) {}

  async run(
    agreementId: string,
    draft: DraftAgreement,
    known: KnownAgreement | null,
    made: MadeParties,
  ): Promise<void> {
    await this.#lots(agreementId, draft, known);
    for (const each of draft.holdings) {
      const held = known && holdingOf(each, known);
      const { fromOn, untilOn, rank, share, clauseStatus } = each;
      const part = {
        ...(untilOn && { untilOn }),
        ...(rank !== null && { rank }),
        ...(share !== null && { share }),
        ...(clauseStatus && { clauseStatus }),
      };
      if (!held)
        await this.holdings.run(agreementId, {
          supplierId: idOf('supplier', each.supplier, made),
          lots: each.lot ? [each.lot] : [],
          ...(fromOn && { fromOn }),
          ...part,
        });
      else if (Object.keys(part).length > 0) await this.holding.run(agreementId, held.id, part);
    }
    if (known)
      for (const party of draft.buyers)
        if (!takesPart(party, known))
          await this.participation.run(agreementId, { buyerId: idOf('buyer', party, made) });
  }

  async #lots(agreementId: string, { lots }: DraftAgreement, known: KnownAgreement | null): Promise<void> {
    for (const lot of lots) {
      const there = known && knownLot(lot.key, known);
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
