import type { Row, TableFile } from '@tallgrunn/tabular';
import { builtInProfiles } from './built-in-profiles.ts';
import { findHeader, type Header, headerOf, headerWithin, missingIn } from './find-header.ts';
import type { LedgerField, LedgerProfile } from './ledger-profile.ts';
import { proposeClass } from './propose-class.ts';

/** Number of rows examined to detect the content of a column. */
const SAMPLE_ROWS = 500;

/** A profile that can read a file, with its fit. */
export interface Proposal {
  /** The profile to use: the candidate, with the source of the account class detected in this file. */
  readonly profile: LedgerProfile;
  readonly candidate: LedgerProfile;
  /** Share of the file's headings that the profile knows, 0 to 1. */
  readonly fit: number;
  readonly headerRow: number;
  /** Heading as written in the file, per field. */
  readonly columns: Readonly<Partial<Record<LedgerField, string>>>;
  /** Headings that the profile does not use. */
  readonly unused: readonly string[];
}

/**
 * Returns the profiles whose required columns the file has, best fit first. Profiles that know most headings come
 * first; of equal ones, the one that imports fewer rows. In a workbook, the first sheet with a header row decides,
 * because a cover sheet has none.
 */
export async function proposeProfile(
  table: TableFile,
  candidates: readonly LedgerProfile[] = builtInProfiles,
): Promise<Proposal[]> {
  const importRank = ({ profile }: Proposal): number => (profile.comesIn?.parties === 'everybody' ? 1 : 0);
  for await (const rows of headsOf(table, Math.max(SAMPLE_ROWS, ...candidates.map(headerWithin)))) {
    const proposals = candidates.flatMap((profile) => {
      const header = findHeader(rows.slice(0, headerWithin(profile)), profile);
      return header && missingIn(header, profile).length === 0 ? [proposalOf(profile, header, rows)] : [];
    });
    if (proposals.length > 0)
      return proposals.sort(
        (a, b) =>
          b.fit - a.fit ||
          Object.keys(b.columns).length - Object.keys(a.columns).length ||
          importRank(a) - importRank(b),
      );
  }
  return [];
}

function proposalOf(candidate: LedgerProfile, found: Header, rows: readonly Row[]): Proposal {
  const profile: LedgerProfile = { ...candidate, ...proposeClass(candidate, found, rows) };
  const header = headerOf(
    rows.find((row) => row.row === found.row)!,
    profile,
  );
  const headings = rows.find((row) => row.row === header.row)?.cells.map((cell) => cell.text.trim()) ?? [];
  const used = new Set(Object.values(header.columns));
  const named = headings.map((heading, index) => ({ heading, index })).filter(({ heading }) => heading !== '');
  const columns = Object.fromEntries(
    Object.entries(header.columns).map(([field, index]) => [field, headings[index] ?? '']),
  );
  const unused = named.filter(({ index }) => !used.has(index)).map(({ heading }) => heading);
  return {
    profile,
    candidate,
    fit: named.length === 0 ? 0 : (named.length - unused.length) / named.length,
    headerRow: header.row,
    columns,
    unused,
  };
}

/** Yields the first rows of each sheet. */
async function* headsOf(table: TableFile, count: number): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  let isYielded = false;
  for await (const batch of table.batches()) {
    for (const row of batch) {
      if (rows[0] && rows[0].sheet !== row.sheet) {
        if (!isYielded) yield rows;
        rows = [];
        isYielded = false;
      }
      if (isYielded) continue;
      rows.push(row);
      if (rows.length < count) continue;
      yield rows;
      rows = [row];
      isYielded = true;
    }
  }
  if (!isYielded && rows.length > 0) yield rows;
}
