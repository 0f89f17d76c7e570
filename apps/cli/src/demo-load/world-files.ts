import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The parts of world.json that the load reads. */
export interface World {
  readonly notice: string;
  readonly asOf: string;
  readonly seed: number;
  readonly quarters: readonly string[];
  readonly cooperative: { readonly key: string; readonly name: string; readonly orgNumber: string };
  readonly buyers: readonly WorldBuyer[];
  readonly suppliers: readonly WorldSupplier[];
  readonly people: readonly WorldPerson[];
  readonly agreements: readonly WorldAgreement[];
  readonly ledgerDialects: readonly { readonly name: string }[];
  readonly ledgers: readonly { readonly municipality: string; readonly quarter: string; readonly path: string; readonly dialect: string }[];
  readonly eInvoices: readonly { readonly municipality: string; readonly quarter: string; readonly path: string }[];
  readonly declarations: readonly { readonly path: string; readonly supplier: string; readonly submittedAt: string; readonly by: string }[];
}

export interface WorldBuyer {
  readonly municipalityNumber: string;
  readonly name: string;
  readonly orgNumber: string;
  readonly sites: readonly { readonly name: string; readonly orgNumber: string }[];
}

export interface WorldSupplier {
  readonly key: string;
  readonly name: string;
  readonly orgNumber: string;
  readonly agreement: string;
  readonly reportColumns: Readonly<Record<string, string>>;
  readonly customers: readonly { readonly number: string; readonly name: string; readonly municipalityNumber: string }[];
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
  readonly suppliers: readonly { readonly key: string; readonly lots: readonly string[]; readonly assortment: string }[];
}

export interface WorldTerms {
  readonly frequency: string;
  readonly basis: string;
  readonly due: { readonly kind: string; readonly days?: number; readonly dates?: readonly string[] };
  readonly nilReturnRequired: boolean;
  readonly requiredFields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly validFrom: string;
}

/** One row of reports/manifest.json: who sent what, when, and what became of it. */
export interface WorldReport {
  readonly supplier: string;
  readonly agreement: string;
  readonly period: string;
  readonly version: number;
  readonly kind: 'file' | 'nil';
  readonly path: string | null;
  /** Null while it waits to be handed in: that is left to whoever tries the demo. */
  readonly submittedAt: string | null;
  readonly by: string;
  readonly outcome: 'accepted' | 'returned' | 'waiting' | 'refused';
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

export async function readWorld(folder: string): Promise<{ world: World; reports: WorldReport[] }> {
  const world = JSON.parse(await readFile(path.join(folder, 'world.json'), 'utf8')) as World;
  const manifest = JSON.parse(await readFile(path.join(folder, 'reports', 'manifest.json'), 'utf8')) as { entries: WorldReport[] };
  return { world, reports: manifest.entries };
}

/** A file that the world names, on this machine. */
export const inWorld = (folder: string, place: string): string => path.join(folder, place);
