import type { Row, TableFile } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { markersReader } from './row-markers.ts';

/** A branch of a chain with its identifying data. */
export interface BranchName {
  readonly id: string;
  readonly name: string;
  readonly orgNumber: string | null;
}

/** The branch that a file belongs to: one branch and the evidence; several; or none. */
export type BranchMatch =
  | { readonly found: 'one'; readonly id: string; readonly by: 'number' | 'column' | 'file-name' }
  | { readonly found: 'several'; readonly ids: readonly string[] }
  | { readonly found: 'none' };

const rowsMax = 20_000;
const headingRowsMax = 60;
const departments = new Set(['avdeling', 'avd', 'avdelingsnavn', 'avdelingsnamn', 'department'].map(normaliseHeading));
const numbers = /(?<!\d)\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3}(?!\d)/g;

const numbersIn = (text: string): string[] => (text.match(numbers) ?? []).map((number) => number.replace(/\D/g, ''));

/** Searches the rows of a file for numbers and names of branches. */
class BranchSearch {
  readonly byNumber = new Set<string>();
  readonly byColumn = new Set<string>();
  private readonly branches: readonly BranchName[];
  private sheet = '';
  private rows = 0;
  private column: ((row: Row) => string) | null = null;

  constructor(branches: readonly BranchName[]) {
    this.branches = branches;
  }

  row(row: Row): void {
    if (row.sheet !== this.sheet) [this.sheet, this.rows, this.column] = [row.sheet, 0, null];
    this.rows += 1;
    const texts = row.cells.map((cell) => cellText(cell).trim());
    for (const text of texts)
      for (const number of numbersIn(text))
        this.branches.filter(({ orgNumber }) => orgNumber === number).forEach(({ id }) => this.byNumber.add(id));
    if (this.column) branchNamed(this.branches, this.column(row)).forEach((id) => this.byColumn.add(id));
    else if (this.rows <= headingRowsMax) this.column = columnOf(texts);
  }
}

/** Returns the reader of a row's branch if these are headings with a branch column; otherwise null. */
function columnOf(headings: readonly string[]): ((row: Row) => string) | null {
  const at = headings.findIndex((heading) => departments.has(normaliseHeading(heading)));
  if (at >= 0) return (row) => cellText(row.cells[at]).trim();
  const probe = { cells: headings.map((text) => ({ text })) } as unknown as Row;
  const marks = markersReader(headings);
  return marks(probe).branch === '' ? null : (row) => marks(row).branch;
}

/**
 * Returns the branch with this name or number; otherwise the only one with a name that ends like this: "Flisa" of
 * "Byggvarelager avd. Flisa".
 */
function branchNamed(branches: readonly BranchName[], text: string): readonly string[] {
  const folded = normaliseHeading(text);
  if (folded === '') return [];
  const same = branches.filter(({ name, orgNumber }) => normaliseHeading(name) === folded || orgNumber === folded);
  const ending =
    same.length > 0
      ? same
      : branches.filter(({ name }) => normaliseHeading(name).endsWith(folded) && folded.length > 2);
  return ending.length === 1 ? [ending[0]!.id] : [];
}

/** Returns the branch in a file's name: by number, otherwise by the longest name it contains. */
function branchOfFileName(branches: readonly BranchName[], fileName: string): readonly string[] {
  const bare = fileName.replace(/\.[^.]*$/, '');
  const number = branches.filter(({ orgNumber }) => orgNumber !== null && numbersIn(bare).includes(orgNumber));
  if (number.length > 0) return number.map(({ id }) => id);
  const folded = normaliseHeading(bare);
  const fits = branches
    .flatMap(({ id, name }) =>
      nameEndings(name)
        .filter((tail) => tail.length > 2 && folded.includes(tail))
        .map((tail) => ({ id, tail })),
    )
    .sort((a, b) => b.tail.length - a.tail.length);
  const [longest] = fits;
  if (!longest) return [];
  return [...new Set(fits.filter(({ tail }) => tail.length === longest.tail.length).map(({ id }) => id))];
}

/** Returns a name and its endings word by word, since branches of a chain differ in their last words. */
function nameEndings(name: string): string[] {
  const words = name.split(/\s+/);
  return words.map((_word, at) => normaliseHeading(words.slice(at).join(' ')));
}

/**
 * Determines the branch of a file: by the organisation numbers in it, otherwise by a branch column, otherwise by the
 * file name. Without a readable table only the name is used. @throws errors of reading the table
 */
export async function findBranch(
  table: TableFile | null,
  fileName: string,
  branches: readonly BranchName[],
): Promise<BranchMatch> {
  const branchSearch = new BranchSearch(branches);
  let rows = 0;
  if (table) {
    for await (const batch of table.batches()) {
      for (const row of batch) branchSearch.row(row);
      if ((rows += batch.length) >= rowsMax) break;
    }
  }
  for (const [by, ids] of [
    ['number', [...branchSearch.byNumber]],
    ['column', [...branchSearch.byColumn]],
    ['file-name', branchOfFileName(branches, fileName)],
  ] as const) {
    if (ids.length === 1) return { found: 'one', id: ids[0]!, by };
    if (ids.length > 1) return by === 'file-name' ? { found: 'none' } : { found: 'several', ids };
  }
  return { found: 'none' };
}
