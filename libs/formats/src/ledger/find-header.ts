import type { Row } from '@tallgrunn/tabular';
import { normaliseHeading } from './normalise-heading.ts';
import { type LedgerField, ledgerFields, type LedgerProfile } from './ledger-profile.ts';

const HEADER_WITHIN = 50;

export interface Header {
  readonly row: number;
  /** Column index of each field in the header. */
  readonly columns: Readonly<Partial<Record<LedgerField, number>>>;
  /** Normalised heading → column index, for filters. */
  readonly byHeading: ReadonlyMap<string, number>;
  /** Headings as written, trimmed; '' for a column without one. */
  readonly headings: readonly string[];
  readonly width: number;
}

export function headerWithin(profile: LedgerProfile): number {
  return profile.headerWithin ?? HEADER_WITHIN;
}

/** Returns the row that has all required columns and the most columns of the profile; null when there is none. */
export function findHeader(rows: readonly Row[], profile: LedgerProfile): Header | null {
  let best: Header | null = null;
  for (const row of rows) {
    const header = headerOf(row, profile);
    if (missingIn(header, profile).length > 0) continue;
    if (best === null || count(header) > count(best)) best = header;
  }
  return best;
}

export function headerOf(row: Row, profile: LedgerProfile): Header {
  const byHeading = new Map<string, number>();
  row.cells.forEach((cell, index) => {
    const heading = cell.kind === 'empty' ? '' : normaliseHeading(cell.text);
    if (heading !== '' && !byHeading.has(heading)) byHeading.set(heading, index);
  });
  const columns: Partial<Record<LedgerField, number>> = {};
  const taken = new Set<number>();
  for (const field of ledgerFields) {
    const named = [profile.columns[field] ?? []].flat();
    const at = named
      .map((name) => byHeading.get(normaliseHeading(name)))
      .find((index) => index !== undefined && !taken.has(index));
    if (at === undefined) continue;
    columns[field] = at;
    taken.add(at);
  }
  return {
    row: row.row,
    columns,
    byHeading,
    headings: row.cells.map((cell) => (cell.kind === 'empty' ? '' : cell.text.trim())),
    width: row.cells.length,
  };
}

/** Returns the required fields that a header row lacks. */
export function missingIn(header: Header, profile: LedgerProfile): LedgerField[] {
  const has = (field: LedgerField): boolean => header.columns[field] !== undefined;
  const money: LedgerField[] = has('amount') || (has('debit') && has('credit')) ? [] : ['amount'];
  return [...money, ...(profile.required ?? []).filter((field) => field !== 'amount' && !has(field))];
}

const count = (header: Header): number => Object.keys(header.columns).length;
