/** Document kinds; also the values of `read FILE --as …` on the command line. */
export const documentKinds = [
  'table',
  'invoice',
  'ledger',
  'declaration',
  'catalogue',
  'saft',
  'notice',
  'despatch',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/**
 * blocksFile: nothing could be read. blocksRow: one row or line was quarantined. confirm: a person should check. info:
 * for information.
 */
export type FindingSeverity = 'blocksFile' | 'blocksRow' | 'confirm' | 'info';

/**
 * Location in a file: XML has a path and a line, JSON a path, a table a sheet, a row (from 1, as in the file) and a
 * column.
 */
export interface DocumentLocation {
  readonly path?: string;
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

export type Params = Readonly<Record<string, string | number>>;

/** An observation of a reader. `found` and `expected` are texts as written; `messageOf` returns the sentence. */
export interface FormatFinding {
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly place: DocumentLocation | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly params: Params;
}

/** Result for one document: read, possibly with findings, or refused with one code. */
export type Reading<D> = Read<D> | Refused;

export interface Read<D> {
  readonly ok: true;
  readonly kind: DocumentKind;
  /** File name, or `archive.zip/entry.xml` for a file inside an archive. */
  readonly name: string;
  readonly document: D;
  readonly findings: readonly FormatFinding[];
}

export interface Refused {
  readonly ok: false;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly code: string;
  readonly document: null;
  readonly findings: readonly FormatFinding[];
}
