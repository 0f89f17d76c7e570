import type { Choice } from './doubts.ts';
import { sameName } from './source-row.ts';

/** An organisation of the register that is read: one the cooperative knows, or one that applying the import makes. */
export interface Party {
  /** The known one's id, else what names the new one: its number, or its name. */
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
  /** From before a correction: older files use them. */
  readonly formerNames?: readonly string[];
  readonly formerNumbers?: readonly string[];
}

export const hasFormerName = ({ formerNames = [] }: KnownParty, name: string): boolean =>
  formerNames.some((former) => sameName(former) === sameName(name));
export const hasFormerNumber = ({ formerNumbers = [] }: KnownParty, number: string): boolean =>
  formerNumbers.includes(number);

export const partyOf = ({ id, name, orgNumber }: KnownParty): Party => ({ key: id, id, name, orgNumber });

/** The choice of an organisation, by its number or name and not by its id: so that an answer holds when the import has made it. */
export const choiceOf = ({ name, orgNumber }: Pick<Party, 'name' | 'orgNumber'>): Choice => ({
  id: `party:${orgNumber ?? sameName(name)}`,
  params: { name, orgNumber: orgNumber ?? '' },
});

export const chosen = <T extends Pick<Party, 'name' | 'orgNumber'>>(choice: string, parties: readonly T[]): T | null =>
  parties.find((party) => choiceOf(party).id === choice) ?? null;
