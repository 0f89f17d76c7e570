import type { QuestionOption } from './import-questions.ts';
import { sameName } from './source-row.ts';

/** An organisation of an imported register: an existing one, or one to be created. */
export interface ImportedParty {
  /** Id of an existing organisation; else the number or name of the new one. */
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly municipalityNumber?: string | null;
}

export interface ExistingParty {
  readonly id: string;
  readonly kind: 'supplier' | 'buyer';
  readonly name: string;
  readonly orgNumber: string | null;
  /** Names and numbers before corrections, used in older files. */
  readonly formerNames?: readonly string[];
  readonly formerNumbers?: readonly string[];
}

export const hasFormerName = ({ formerNames = [] }: ExistingParty, name: string): boolean =>
  formerNames.some((former) => sameName(former) === sameName(name));
export const hasFormerNumber = ({ formerNumbers = [] }: ExistingParty, number: string): boolean =>
  formerNumbers.includes(number);

export const toParty = ({ id, name, orgNumber }: ExistingParty): ImportedParty => ({ key: id, id, name, orgNumber });

/**
 * Returns an option for an organisation. It is identified by number or name, not by id, so that the answer remains
 * valid after the import has created it.
 */
export const partyOption = ({ name, orgNumber }: Pick<ImportedParty, 'name' | 'orgNumber'>): QuestionOption => ({
  id: `party:${orgNumber ?? sameName(name)}`,
  params: { name, orgNumber: orgNumber ?? '' },
});

export const partyOfOption = <T extends Pick<ImportedParty, 'name' | 'orgNumber'>>(
  choice: string,
  parties: readonly T[],
): T | null => parties.find((party) => partyOption(party).id === choice) ?? null;
