import { Injectable } from '@nestjs/common';
import { SetUpParties } from '@tallgrunn/identity-server';
import { ChangeAgreement, type AgreementChange } from '../change-agreement.ts';
import { CreateAgreement } from '../create-agreement.ts';
import type { Compared } from './compare-register.ts';
import type { DraftAgreement } from './draft.ts';
import { idOf, type MadeParties } from './new-parties.ts';
import type { Party } from './party.ts';
import { WriteHolders } from './write-holders.ts';
import { WritePapers } from './write-papers.ts';

/**
 * Applies one imported agreement: creates it, or updates the existing one, through the same use cases as manual entry.
 */
@Injectable()
export class ApplyDraft {
  constructor(
    private readonly parties: SetUpParties,
    private readonly create: CreateAgreement,
    private readonly head: ChangeAgreement,
    private readonly holders: WriteHolders,
    private readonly papers: WritePapers,
  ) {}

  addParty(kind: 'supplier' | 'buyer', { name, orgNumber, municipalityNumber }: Party): Promise<string> {
    return this.parties.addOrganisation({
      kind,
      name: name.slice(0, 200),
      orgNumber,
      municipalityNumber: municipalityNumber ?? null,
    });
  }

  async run({ draft, known, state, changes }: Compared, made: MadeParties): Promise<void> {
    if (state === 'same') return;
    if (known === null) return this.#make(draft, made);
    const heads = changes.filter(({ what, about }) => about === '' && (what === 'caseNumber' || what in draft.head));
    if (heads.length > 0)
      await this.head.run(
        known.id,
        Object.fromEntries(heads.map(({ what, after }) => [what, after])) as AgreementChange,
      );
    await this.holders.run(known.id, draft, known, made);
    await this.papers.run(known.id, draft, known, made);
  }

  async #make(draft: DraftAgreement, made: MadeParties): Promise<void> {
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
      buyers: buyers.map((party) => ({ buyerId: idOf('buyer', party, made) })),
    });
    if (technique ?? maximumValue ?? maximumCurrency ?? noticeId)
      await this.head.run(id, { technique, maximumValue, maximumCurrency, noticeId });
    await this.holders.run(id, draft, null, made);
    await this.papers.run(id, draft, null, made);
  }
}
