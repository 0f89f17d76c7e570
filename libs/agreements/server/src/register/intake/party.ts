import type { Choice } from './doubts.ts';
import { sameName } from './source-row.ts';

/** An organisation of an imported register: an existing one, or one to be created. */
export interface Party {
  /** Id of an existing organisation; else the number or name of the new one. */
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly municipalityNumber?: string | null;
}

export interface KnownParty {
  readonly id: string;
  readonly kind: 'supplier' | 'buyer';
  readonly name: string;
  readonly orgNumber: string | null;
  /** Names and numbers before corrections, used in older files. */
  readonly formerNames?: readonly string[];
  readonly formerNumbers?: readonly string[];
}

export const hasFormerName = ({ formerNames = [] }: KnownParty, name: string): boolean =>
  formerNames.some((former) => sameName(former) === sameName(name));
export const hasFormerNumber = ({ formerNumbers = [] }: KnownParty, number: string): boolean =>
  formerNumbers.includes(number);

export const partyOf = ({ id, name, orgNumber }: KnownParty): Party => ({ key: id, id, name, orgNumber });

/**
 * Returns an option for an organisation. It is identified by number or name, not by id, so that the answer remains
 * valid after the import has created it.
 */
export const choiceOf = ({ name, orgNumber }: Pick<Party, 'name' | 'orgNumber'>): Choice => ({
  id: `party:${orgNumber ?? sameName(name)}`,
  params: { name, orgNumber: orgNumber ?? '' },
});

export const chosen = <T extends Pick<Party, 'name' | 'orgNumber'>>(choice: string, parties: readonly T[]): T | null =>
  parties.find((party) => choiceOf(party).id === choice) ?? null;
