import { HIDDEN, nameOfFile, withoutPersons } from '@tallgrunn/values';
import { ReadProblem } from './read-problem.ts';
import type { ReadNote, Row, TableFile } from './table.ts';

const NAME_MAX = 31;

/**
 * Returns the name of a sheet without persons: a text between underscores is read as words, and eleven digits that begin with a day of birth go
 * whole.
 */
function storableName(name: string): string {
  if (name === '' || nameOfFile(name, '') === name) return name;
  const redacted = withoutPersons(name.replaceAll('_', ' '));
  return nameOfFile(redacted, '') === redacted ? redacted : HIDDEN;
}

/**
 * Returns the names of a workbook's sheets as they may be stored, in the same order: a name with a person in it is redacted, and numbered where another
 * sheet has the same. Names that are stored already come back as they are.
 */
export function storableSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names.filter((name) => storableName(name) === name));
  return names.map((name) => {
    const own = storableName(name);
    if (own === name) return name;
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? '' : ` ${number}`;
      const free = own.slice(0, NAME_MAX - tail.length) + tail;
      if (taken.has(free)) continue;
      taken.add(free);
      return free;
    }
  });
}

/** The same file with names of sheets that hold no persons, in its sheets, its rows and its notes. */
export function withStorableSheets(table: TableFile): TableFile {
  const stored = storableSheetNames(table.sheets.map(({ name }) => name));
  const changed = new Map(
    table.sheets.flatMap(({ name }, at) => (stored[at] === name ? [] : [[name, stored[at]!] as const])),
  );
  if (changed.size === 0) return table;
  const nameOf = (name: string): string => changed.get(name) ?? name;
  async function* batches(): AsyncGenerator<Row[]> {
    try {
      for await (const batch of table.batches())
        yield batch.map((row) => (changed.has(row.sheet) ? { ...row, sheet: nameOf(row.sheet) } : row));
    } catch (problem) {
      throw withStorableParams(problem, nameOf);
    }
  }
  // A sheet's merged ranges and the file's notes grow while rows are read.
  const sheets = table.sheets.map(
    (sheet, at) =>
      new Proxy(sheet, { get: (target, key) => (key === 'name' ? stored[at] : Reflect.get(target, key, target)) }),
  );
  const own: Partial<TableFile> = { batches, sheets, renamedSheets: changed.size };
  const notes = (): ReadNote[] => table.notes.map(({ code, params }) => ({ code, params: paramsWith(params, nameOf) }));
  return new Proxy(table, {
    get: (target, key) => (key === 'notes' ? notes() : Reflect.get(key in own ? own : target, key)),
  });
}

/** Returns what stopped the reading with the names of sheets that may be stored in what it says. */
export function withStorableParams(problem: unknown, nameOf: (name: string) => string = storableName): unknown {
  if (!(problem instanceof ReadProblem)) return problem;
  return new ReadProblem(problem.code, paramsWith(problem.params, nameOf), { cause: problem.cause });
}

function paramsWith(params: ReadNote['params'], nameOf: (name: string) => string): ReadNote['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? nameOf(value) : value]),
  );
}
