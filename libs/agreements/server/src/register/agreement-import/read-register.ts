import { Problem } from '@tallgrunn/platform';
import type { Row, TableFile } from '@tallgrunn/tabular';
import {
  fitsHeadings,
  mandatoryFields,
  proposeColumns,
  registerFieldNames,
  registerFields,
  type RegisterProfile,
} from './register-fields.ts';
import { fillMerged } from './fill-down.ts';
import type { SourceRow } from './source-row.ts';

export interface RegisterReading {
  readonly headings: readonly string[];
  readonly profile: RegisterProfile;
  readonly rows: readonly SourceRow[];
  /** Sheets that are not read, with their number of rows. */
  readonly otherSheets: readonly OtherSheet[];
}

export interface OtherSheet {
  readonly name: string;
  readonly rows: number;
}

const HEADING_ROWS_MAX = 30;
const ROWS_MAX = 20_000;

/** Reads a register by a profile; without one, by a stored profile that fits its headings, else by known headings. */
export async function readRegister(
  table: TableFile,
  { profile, kept: storedProfiles = [] }: { profile?: RegisterProfile; kept?: readonly RegisterProfile[] } = {},
): Promise<RegisterReading> {
  const rows: Row[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch);
    if (rows.length > ROWS_MAX) throw new Problem(422, 'import-too-many-rows', { rowsMax: ROWS_MAX });
  }
  const headingRow = findHead(rows, profile);
  if (!headingRow)
    throw new Problem(422, 'import-no-header-row', {
      expected: mandatoryFields.map((field) => registerFields[field][0]).join(', '),
    });
  const headings = headingRow.cells.map((cell) => cell.text.trim());
  const named = headings.filter((heading) => heading !== '');
  const chosen = profile ??
    storedProfiles.find((each) => fitsHeadings(each, named)) ?? { columns: proposeColumns(headings) };
  const body = rows.filter((row) => row.sheet === headingRow.sheet && row.row > headingRow.row);
  const merged = table.sheets.find(({ name }) => name === headingRow.sheet)?.merged ?? [];
  const others = Map.groupBy(
    rows.filter((row) => row.sheet !== headingRow.sheet),
    ({ sheet }) => sheet,
  );
  return {
    headings: named,
    profile: chosen,
    rows: fillMerged(body, merged, headingRow.row).map((row, at) => sourceOf(row, body[at] ?? row, headings, chosen)),
    otherSheets: [...others].map(([name, group]) => ({ name, rows: group.length })),
  };
}

/**
 * Returns the heading row: the one with the most known headings or, with a profile, the most headings of the profile.
 */
function findHead(rows: readonly Row[], profile?: RegisterProfile): Row | null {
  const looked = rows.slice(0, HEADING_ROWS_MAX).map((row) => {
    const texts = row.cells.map((cell) => cell.text.trim());
    const hits = profile
      ? Object.values(profile.columns).filter((heading) => texts.includes(heading)).length
      : Object.keys(proposeColumns(texts)).length;
    return { row, hits };
  });
  const best = looked.toSorted((a, b) => b.hits - a.hits)[0];
  return best && best.hits >= Math.min(2, profile ? Object.keys(profile.columns).length : 2) ? best.row : null;
}

const TEXT_MAX = 160;

function sourceOf(row: Row, asWritten: Row, headings: readonly string[], { columns }: RegisterProfile): SourceRow {
  const cells = registerFieldNames.flatMap((field) => {
    const heading = columns[field];
    const cell = heading === undefined ? undefined : row.cells[headings.indexOf(heading)];
    return cell && cell.kind !== 'empty' ? [[field, cell] as const] : [];
  });
  const text = asWritten.cells
    .map((cell) => (cell.shown ?? cell.text).trim())
    .filter((each) => each !== '')
    .join(' · ');
  return { row: row.row, text: text.slice(0, TEXT_MAX), cells: Object.fromEntries(cells) };
}
