import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LedgerProfile } from '@tallgrunn/formats';

/** The parts of world.json that the load reads. */
export interface World {
  readonly notice: string;
  readonly asOf: string;
  readonly seed: number;
  readonly quarters: readonly string[];
  readonly cooperative: { readonly key: string; readonly name: string; readonly orgNumber: string };
  readonly buyers: readonly WorldBuyer[];
  readonly bodies?: readonly WorldBody[];
  readonly indexSeries?: readonly {
    readonly code: string;
    readonly title: string;
    readonly source: string;
    readonly licence: string;
    readonly path: string;
  }[];
  readonly suppliers: readonly WorldSupplier[];
  readonly people: readonly WorldPerson[];
  readonly agreements: readonly WorldAgreement[];
  readonly ledgerDialects: readonly { readonly name: string }[];
  /** Import profiles saved by a buyer's clerk, by ledger dialect; other dialects use the example profiles. */
  readonly ledgerProfiles?: readonly LedgerProfile[];
  readonly ledgers: readonly {
    readonly municipality: string;
    readonly quarter: string;
    readonly path: string;
    readonly dialect: string;
  }[];
  readonly eInvoices: readonly { readonly municipality: string; readonly quarter: string; readonly path: string }[];
  readonly declarations: readonly {
    readonly path: string;
    readonly supplier: string;
    readonly submittedAt: string;
    readonly by: string;
  }[];
}

export interface WorldBuyer {
  readonly municipalityNumber: string;
  readonly name: string;
  readonly orgNumber: string;
  readonly sites: readonly { readonly name: string; readonly orgNumber: string }[];
}

/** A buyer that is not a municipality: owned by several of them, or run by one. */
export interface WorldBody {
  readonly key: string;
  readonly name: string;
  readonly orgNumber: string;
  readonly kind: 'iks' | 'host-cooperation';
  /** The municipality with its ledger. */
  readonly booksAt: string | null;
  readonly members: readonly { readonly municipalityNumber: string; readonly share: number }[];
  readonly sites: readonly { readonly name: string; readonly orgNumber: string }[];
}

export interface WorldSupplier {
  readonly key: string;
  readonly name: string;
  readonly orgNumber: string;
  readonly agreement: string;
  readonly formerAgreement?: { readonly number: string; readonly until: string };
  readonly branches?: readonly { readonly key: string; readonly name: string; readonly orgNumber: string }[];
  readonly payee?: { readonly name: string; readonly orgNumber: string; readonly from: string };
  /** The previous supplier and its last day. */
  readonly predecessor?: { readonly name: string; readonly orgNumber: string; readonly until: string };
  readonly reportColumns: Readonly<Record<string, string>>;
  readonly customers: readonly {
    readonly number: string;
    readonly name: string;
    readonly municipalityNumber: string;
  }[];
}

export interface WorldPerson {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly password: string;
  readonly email: string;
}

export interface WorldAgreement {
  readonly number: string;
  readonly name: string;
  readonly cpv: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly lots: readonly { readonly key: string; readonly name: string }[];
  readonly participation: readonly { readonly municipality: string; readonly from: string; readonly to: string }[];
  readonly terms: WorldTerms;
  readonly suppliers: readonly WorldAgreementSupplier[];
  readonly technique?: 'ranked' | 'share';
  readonly maximumValue?: number;
  readonly options?: readonly {
    readonly number: number;
    readonly noticeBy: string;
    readonly extendsTo: string;
    readonly decided: 'taken' | 'left' | null;
  }[];
  readonly priceRules?: readonly WorldPriceRule[];
  readonly priceLists?: readonly WorldPriceList[];
  readonly adjustments?: readonly WorldAdjustment[];
}

export interface WorldAgreementSupplier {
  readonly key: string;
  readonly lots: readonly string[];
  /** Null when all its prices are in lists. */
  readonly assortment: string | null;
  readonly rank?: number;
  /** 0 to 1. */
  readonly share?: number;
}

export interface WorldPriceRule {
  readonly lot: string;
  readonly kind: 'fixed' | 'weekly-list' | 'daily-list' | 'catch-weight';
  readonly from: string;
  /** `share` is per cent. */
  readonly adjustment?: {
    readonly index: string;
    readonly share: number;
    readonly basePeriod: string;
    readonly fixedMonths: number;
    readonly monthsBetween: number;
    readonly noticeMonths: number;
  };
}

export interface WorldPriceList {
  readonly supplier: string;
  readonly path: string;
  readonly fromOn: string;
}

export interface WorldAdjustment {
  readonly supplier: string;
  readonly lot: string;
  readonly comparePeriod: string;
  readonly requestedOn: string;
  readonly requestedBy: string;
  readonly wantedFrom: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly approved: boolean;
  readonly reason: string;
  readonly fromOn: string;
}

export interface WorldTerms {
  readonly frequency: string;
  readonly basis: string;
  readonly due: { readonly kind: string; readonly days?: number; readonly dates?: readonly string[] };
  readonly partsOf?: 'branch';
  readonly nilReturnRequired: boolean;
  readonly requiredFields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly validFrom: string;
}

/** One row of reports/manifest.json: sender, content, time and outcome of a report. */
export interface WorldReport {
  readonly supplier: string;
  readonly agreement: string;
  /** Key of the branch, when a chain reports per branch. */
  readonly branch?: string;
  readonly period: string;
  readonly version: number;
  readonly kind: 'file' | 'nil';
  readonly path: string | null;
  /** Null for a report that is not submitted: that is left to the user of the demo. */
  readonly submittedAt: string | null;
  readonly by: string;
  readonly outcome: 'accepted' | 'returned' | 'waiting' | 'refused';
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

export async function readWorld(folder: string): Promise<{ world: World; reports: WorldReport[] }> {
  const world = JSON.parse(await readFile(path.join(folder, 'world.json'), 'utf8')) as World;
  const manifest = JSON.parse(await readFile(path.join(folder, 'reports', 'manifest.json'), 'utf8')) as {
    entries: WorldReport[];
  };
  return { world, reports: manifest.entries };
}

/** Returns the local path of a file in the demo data. */
export const inWorld = (folder: string, place: string): string => path.join(folder, place);
