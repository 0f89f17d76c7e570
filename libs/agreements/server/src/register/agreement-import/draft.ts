import type { ClauseStatus, ContactRole, CallOffMethod } from '../call-off-method.ts';
import type { ImportedParty } from './party.ts';

export interface DraftLot {
  readonly key: string;
  readonly title: string;
  readonly cpv: string | null;
  /** Decimal text, in the currency of the agreement. */
  readonly maximumValue: string | null;
  readonly technique: CallOffMethod | null;
}

export interface DraftSupplier {
  readonly supplier: ImportedParty;
  /** Key of the lot; null for the whole agreement. */
  readonly lot: string | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly rank: number | null;
  readonly share: string | null;
  readonly clauseStatus: ClauseStatus | null;
}

export interface DraftOption {
  readonly number: number;
  readonly noticeBy: string | null;
  readonly extendsTo: string;
}

export interface DraftContact {
  readonly supplier: ImportedParty | null;
  readonly name: string;
  readonly email: string | null;
  readonly role: ContactRole;
}

/** The main fields of an agreement as stated in the file; null when not stated. */
export interface DraftHead {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly cpv: string | null;
  readonly documentNumber: string | null;
  readonly technique: CallOffMethod | null;
  readonly maximumValue: string | null;
  readonly maximumCurrency: string | null;
  readonly noticeId: string | null;
}

/** One agreement, assembled from all its rows. */
export interface DraftAgreement {
  readonly caseNumber: string;
  readonly number: string;
  readonly rows: readonly number[];
  readonly head: DraftHead;
  readonly lots: readonly DraftLot[];
  readonly holdings: readonly DraftSupplier[];
  readonly buyers: readonly ImportedParty[];
  readonly options: readonly DraftOption[];
  readonly contacts: readonly DraftContact[];
}
