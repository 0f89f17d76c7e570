/** A framework definition of the UK's Report Management Information, in its language (FDL). */
export interface FdlDefinition {
  readonly code: string;
  readonly name: string;
  /** the charge as text; terms have no fee */
  readonly charge: string;
  readonly lots: readonly { readonly number: string; readonly description: string }[];
  readonly tables: readonly FdlTable[];
  readonly lookups: ReadonlyMap<string, readonly FdlLookupPart[]>;
}

export interface FdlTable {
  readonly kind: 'Invoice' | 'Contract' | 'Other';
  readonly fields: readonly FdlField[];
}

export interface FdlField {
  readonly optional: boolean;
  /** String, Decimal, Integer, Date, YesNo, or the name of a lookup; null for a known warehouse field */
  readonly type: string | null;
  readonly length: { readonly least: number | null; readonly most: number | null } | null;
  /** destination in the warehouse; null for fields that are only collected */
  readonly destination: string | null;
  /** heading in the template */
  readonly from: string;
  readonly dependsOn: {
    readonly parents: readonly string[];
    readonly cases: readonly { readonly when: readonly string[]; readonly lookup: string }[];
  } | null;
}

/** A value, or the name of another lookup to include. */
export type FdlLookupPart = { readonly value: string } | { readonly lookup: string };
