import { Injectable } from '@nestjs/common';
import { SetContacts, type AgreementContact } from '../set-contacts.ts';
import { SetOptions, type AgreementOption } from '../set-options.ts';
import type { DraftAgreement } from './draft.ts';
import type { ExistingAgreement } from './existing-agreement.ts';
import { partyId, type CreatedParties } from './new-parties.ts';
import { sameName } from './source-row.ts';

/** Stores options and contacts; those in the file are added to the existing ones. */
@Injectable()
export class WriteOptionsAndContacts {
  constructor(
    private readonly options: SetOptions,
    private readonly contacts: SetContacts,
  ) {}

  async run(
    agreementId: string,
    draft: DraftAgreement,
    known: ExistingAgreement | null,
    createdIds: CreatedParties,
  ): Promise<void> {
    const options = optionsOf(draft, known);
    if (options) await this.options.run(agreementId, options);
    const before = known?.contacts ?? [];
    const added = draft.contacts
      .map(({ supplier, name, email, role }): AgreementContact => ({
        supplierId: supplier && partyId('supplier', supplier, createdIds),
        name: name.slice(0, 200),
        email,
        role,
      }))
      .filter(
        (contact) =>
          !before.some(
            (each) => each.supplierId === contact.supplierId && sameName(each.name) === sameName(contact.name),
          ),
      );
    if (added.length > 0) await this.contacts.run(agreementId, [...before, ...added]);
  }
}

/** Returns the resulting options; null when the file adds none. A decided option remains decided. */
function optionsOf({ options }: DraftAgreement, known: ExistingAgreement | null): AgreementOption[] | null {
  const before = known?.options ?? [];
  const newOptions = options.filter(
    ({ extendsTo, noticeBy }) =>
      !before.some((each) => each.extendsTo === extendsTo && (noticeBy === null || each.noticeBy === noticeBy)),
  );
  if (newOptions.length === 0) return null;
  const existing = before.map((each) => ({
    ...each,
    noticeBy: newOptions.find(({ extendsTo }) => extendsTo === each.extendsTo)?.noticeBy ?? each.noticeBy,
  }));
  const added = newOptions
    .filter(({ extendsTo }) => !before.some((each) => each.extendsTo === extendsTo))
    .map((each) => ({ ...each, decided: null }));
  return [...existing, ...added]
    .toSorted((a, b) => a.extendsTo.localeCompare(b.extendsTo))
    .map((each, at) => ({ ...each, number: at + 1 }));
}
