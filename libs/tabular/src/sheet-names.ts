import { HIDDEN_VALUE, redactFileName, withoutPersons } from '@tallgrunn/values';
import { ReadProblem } from './read-problem.ts';
import type { ReadNote, Row, TableFile } from './table.ts';

const NAME_MAX = 31;

/**
 * Returns a sheet name without persons. Underscores count as spaces. Eleven digits that begin with a date of birth hide
 * the whole name.
 */
function storableName(name: string): string {
  if (name === '' || redactFileName(name, '') === name) return name;
  const redacted = withoutPersons(name.replaceAll('_', ' '));
  return redactFileName(redacted, '') === redacted ? redacted : HIDDEN_VALUE;
}

/**
 * Returns the names of a workbook's sheets as they may be stored, in the same order. A name that contains a person is
 * redacted, and numbered when another sheet has the same name. Names that are already storable are returned unchanged.
 */
export function storableSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names.filter((name) => storableName(name) === name));
  return names.map((name) => {
    const storableOwnName = storableName(name);
    if (storableOwnName === name) return name;
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? '' : ` ${number}`;
      const free = storableOwnName.slice(0, NAME_MAX - tail.length) + tail;
      if (taken.has(free)) continue;
      taken.add(free);
      return free;
    }
  });
}

/** Returns the same file with storable sheet names in its sheets, rows and notes. */
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
  // A sheet's merged ranges and the file's notes grow while rows are read, so they are read through proxies.
  const sheets = table.sheets.map(
    (sheet, at) =>
      new Proxy(sheet, { get: (target, key) => (key === 'name' ? stored[at] : Reflect.get(target, key, target)) }),
  );
  const storableOwnName: Partial<TableFile> = { batches, sheets, renamedSheets: changed.size };
  const notes = (): ReadNote[] => table.notes.map(({ code, params }) => ({ code, params: paramsWith(params, nameOf) }));
  return new Proxy(table, {
    get: (target, key) =>
      key === 'notes' ? notes() : Reflect.get(key in storableOwnName ? storableOwnName : target, key),
  });
}

/** Returns a read problem with storable sheet names in its params; any other error unchanged. */
export function withStorableParams(problem: unknown, nameOf: (name: string) => string = storableName): unknown {
  if (!(problem instanceof ReadProblem)) return problem;
  return new ReadProblem(problem.code, paramsWith(problem.params, nameOf), { cause: problem.cause });
}

function paramsWith(params: ReadNote['params'], nameOf: (name: string) => string): ReadNote['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? nameOf(value) : value]),
  );
}
