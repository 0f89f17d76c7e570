import { normaliseName, OrgNumber } from '@tallgrunn/values';
import type { BuyerSite } from '../site-row.ts';

export interface PartyName {
  readonly id: string;
  readonly kind: 'buyer' | 'supplier';
  readonly name: string;
  readonly orgNumber: string | null;
  readonly municipalityNumber: string | null;
  /** Names and numbers before corrections, used in older files. */
  readonly formerNames: readonly string[];
  readonly formerNumbers: readonly string[];
}

/** A site with its new values; `id` is null until it is created. `parent`: key of the parent site. */
export interface PlannedSite {
  readonly key: string;
  readonly buyerId: string;
  readonly id: string | null;
  readonly before: BuyerSite | null;
  readonly next: BuyerSite;
  readonly parent: string | null;
}

export interface ExistingCustomerNumber {
  readonly supplierId: string;
  readonly number: string;
  readonly buyerId: string;
  readonly unit: string | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

export interface ExistingSites {
  readonly parties: readonly PartyName[];
  readonly units: Map<string, PlannedSite>;
  readonly numbers: ExistingCustomerNumber[];
  readonly testNumbers: boolean;
}

export const siteKey = (buyerId: string, name: string): string => `${buyerId}\n${normaliseName(name) || name}`;

/**
 * Finds a party by its number or full name, current ones before previous ones. Returns null when there is none, or
 * several with that name.
 */
export function findParty(parties: readonly PartyName[], kind: PartyName['kind'], text: string): PartyName | null {
  const own = parties.filter((party) => party.kind === kind);
  const org = OrgNumber.parse(text, { testNumbers: true });
  if (org.ok)
    return (
      own.find(({ orgNumber }) => orgNumber === org.value) ??
      own.find(({ formerNumbers }) => formerNumbers.includes(org.value)) ??
      null
    );
  if (/^\d{4}$/.test(text)) return own.find(({ municipalityNumber }) => municipalityNumber === text) ?? null;
  const current = own.filter(({ name }) => normaliseName(name) === normaliseName(text));
  const same =
    current.length > 0
      ? current
      : own.filter(({ formerNames }) => formerNames.some((name) => normaliseName(name) === normaliseName(text)));
  return same.length === 1 ? (same[0] ?? null) : null;
}
