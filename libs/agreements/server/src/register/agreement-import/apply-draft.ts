import { Injectable } from '@nestjs/common';
import { SetUpParties } from '@tallgrunn/identity-server';
import { ChangeAgreement, type AgreementChange } from '../change-agreement.ts';
import { CreateAgreement } from '../create-agreement.ts';
import type { ComparedAgreement } from './compare-register.ts';
import type { DraftAgreement } from './draft.ts';
import { partyId, type CreatedParties } from './new-parties.ts';
import type { ImportedParty } from './party.ts';
import { WriteAgreementSuppliers } from './write-agreement-suppliers.ts';
import { WriteOptionsAndContacts } from './write-options-and-contacts.ts';

/**
 * Applies one imported agreement: creates it, or updates the existing one, through the same use cases as manual entry.
 */
@Injectable()
export class ApplyImportedAgreement {
  constructor(
    private readonly parties: SetUpParties,
    private readonly create: CreateAgreement,
    private readonly head: ChangeAgreement,
    private readonly holders: WriteAgreementSuppliers,
    private readonly papers: WriteOptionsAndContacts,
  ) {}

  addParty(kind: 'supplier' | 'buyer', { name, orgNumber, municipalityNumber }: ImportedParty): Promise<string> {
    return this.parties.addOrganisation({
      kind,
      name: name.slice(0, 200),
      orgNumber,
      municipalityNumber: municipalityNumber ?? null,
    });
  }

  async run({ draft, known, state, changes }: ComparedAgreement, createdIds: CreatedParties): Promise<void> {
    if (state === 'same') return;
    if (known === null) return this.#make(draft, createdIds);
    const heads = changes.filter(({ what, about }) => about === '' && (what === 'caseNumber' || what in draft.head));
    if (heads.length > 0)
      await this.head.run(
        known.id,
        Object.fromEntries(heads.map(({ what, after }) => [what, after])) as AgreementChange,
      );
    await this.holders.run(known.id, draft, known, createdIds);
    await this.papers.run(known.id, draft, known, createdIds);
  }

  async #make(draft: DraftAgreement, createdIds: CreatedParties): Promise<void> {
    const { caseNumber, number, head, buyers } = draft;
    const { title, startsOn, endsOn, cpv, documentNumber, technique, maximumValue, maximumCurrency, noticeId } = head;
    const { id } = await this.create.run({
      number,
      caseNumber,
      title: title.slice(0, 200),
      startsOn,
      endsOn,
      cpv,
      documentNumber,
      suppliers: [],
      buyers: buyers.map((party) => ({ buyerId: partyId('buyer', party, createdIds) })),
    });
    if (technique ?? maximumValue ?? maximumCurrency ?? noticeId)
      await this.head.run(id, { technique, maximumValue, maximumCurrency, noticeId });
    await this.holders.run(id, draft, null, createdIds);
    await this.papers.run(id, draft, null, createdIds);
  }
}
