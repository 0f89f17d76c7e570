import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import type { Cell, ReadLimits, Row, TableFile } from '../table.ts';

interface Settings {
  limits: ReadLimits;
  signal?: AbortSignal;
}

type Line = Readonly<Record<string, unknown>>;

const EMPTY: Cell = Object.freeze({ kind: 'empty', text: '' });
const NEWLINE = 10;
const LINE_BYTES_MAX = 4 * 1024 * 1024;
/**
 * JSON writes decimals with a point: "1.250" is one and a quarter, whatever the decimal sign in the rest of the file.
 */
const decimal = /^-?\d+\.\d+$/;

/** Returns the lines of a file as bytes, numbered from 1, without the blank ones. */
async function* bytesOfLines(
  source: ByteSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ row: number; bytes: Uint8Array }> {
  let rest = new Uint8Array(0);
  let row = 0;
  const line = (bytes: Uint8Array) => {
    row += 1;
    if (bytes.length > LINE_BYTES_MAX)
      throw new ReadProblem('cell-too-long', { row, found: bytes.length, expected: LINE_BYTES_MAX });
    return { row, bytes };
  };
  for await (const chunk of chunksOf(source, { signal })) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    let from = 0;
    for (let to = bytes.indexOf(NEWLINE, rest.length); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      yield line(bytes.subarray(from, to));
      from = to + 1;
    }
    rest = bytes.slice(from);
    if (rest.length > LINE_BYTES_MAX) line(rest);
  }
  if (rest.length > 0) yield line(rest);
}

function parsed(row: number, text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReadProblem('line-not-json', { row });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReadProblem('line-not-json', { row });
  return value as Line;
}

async function* lines(
  source: ByteSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ row: number; line: Line }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const { row, bytes } of bytesOfLines(source, signal)) {
    let text: string;
    try {
      text = decoder.decode(bytes).trim();
    } catch {
      throw new ReadProblem('line-not-json', { row });
    }
    if (text !== '') yield { row, line: parsed(row, text) };
  }
}

function cellOf(value: unknown, row: number, field: string, limits: ReadLimits): Cell {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) };
  if (typeof value !== 'string') throw new ReadProblem('line-value-nested', { row, found: field });
  if (value.length > limits.cellBytesMax)
    throw new ReadProblem('cell-too-long', { row, found: value.length, expected: limits.cellBytesMax });
  return { kind: decimal.test(value) ? 'number' : 'text', text: value };
}

/** Returns all field names in order of first occurrence. Also checks the limits for columns and rows. */
async function survey(source: ByteSource, { limits, signal }: Settings): Promise<string[]> {
  const names = new Set<string>();
  let count = 0;
  for await (const { row, line } of lines(source, signal)) {
    count += 1;
    for (const name of Object.keys(line)) names.add(name);
    if (names.size > limits.columnsMax)
      throw new ReadProblem('too-many-columns', { row, found: names.size, expected: limits.columnsMax });
    if (count > limits.rowsMax) throw new ReadProblem('too-many-rows', { row, expected: limits.rowsMax });
  }
  return [...names];
}

/**
 * Opens JSON lines as a table: one object per line, UTF-8; values are text, numbers, booleans or null. The field names
 * form a virtual row 0, so that each other row has its line number.
 */
export async function openJsonLines(source: ByteSource, settings: Settings): Promise<TableFile> {
  const { limits, signal } = settings;
  const names = await survey(source, settings);

  async function* batches(): AsyncGenerator<Row[]> {
    let batch: Row[] = [{ sheet: '', row: 0, cells: names.map((text): Cell => ({ kind: 'text', text })) }];
    for await (const { row, line } of lines(source, signal)) {
      const cells = names.map((name) => cellOf(Object.hasOwn(line, name) ? line[name] : null, row, name, limits));
      while (cells.at(-1)?.kind === 'empty') cells.pop();
      if (cells.length > 0) batch.push({ sheet: '', row, cells });
      if (batch.length < 500) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
  return { format: 'jsonl', sheets: [{ name: '', hidden: false, merged: [] }], encoding: 'utf-8', notes: [], batches };
}
