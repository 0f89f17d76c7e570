import { strFromU8, unzipSync } from 'fflate';
import { generateWorld } from './generate-world.ts';

/** Returns all files of the light world in memory, by path. */
export async function collectWorld(seed: number): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of generateWorld({ profile: 'light', seed })) files.set(path, bytes);
  return files;
}

export const textOf = (bytes: Uint8Array, label = 'utf-8'): string =>
  new TextDecoder(label, { ignoreBOM: false }).decode(bytes);
export const jsonOf = <T>(bytes: Uint8Array | undefined): T => JSON.parse(textOf(bytes ?? new Uint8Array())) as T;

interface TruthTable {
  columns: string[];
  rows: unknown[][];
}

/** Returns the rows of a table of truth.json as objects. */
export const rowsOf = <T>({ columns, rows }: TruthTable): T[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])) as T);

const delimiters: Record<string, string> = { nettverket: ',' };
const isUtf8 = (bytes: Uint8Array) => !textOf(bytes).includes('\uFFFD');

/**
 * Reads a CSV or XLSX file as texts: row n of the file is at index n - 1. Independent of the writers, so that they are
 * not checked with their own code.
 */
export function readRows(path: string, bytes: Uint8Array): string[][] {
  if (path.endsWith('.xlsx')) return readWorkbook(bytes);
  const delimiter = Object.entries(delimiters).find(([key]) => path.includes(key))?.[1] ?? ';';
  const text = textOf(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => splitLine(line, delimiter));
}

function splitLine(line: string, delimiter: string): string[] {
  const cells = line.match(new RegExp(`("(?:[^"]|"")*"|[^${delimiter}]*)(?:${delimiter}|$)`, 'g')) ?? [];
  return cells
    .slice(0, line.endsWith(delimiter) ? undefined : -1)
    .map((cell) => cell.replace(new RegExp(`${delimiter}$`), ''))
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

const unescape = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function readWorkbook(bytes: Uint8Array): string[][] {
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] as Uint8Array);
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map((match) =>
    unescape(match[1] as string),
  );
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map((row) => {
    const cells: string[] = [];
    for (const [, letters, attributes, content] of (row[1] ?? '').matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs)) {
      const value = unescape(/<v>([^<]*)<\/v>/.exec(content as string)?.[1] ?? '');
      cells[columnNumber(letters as string) - 1] = (attributes as string).includes('t="s"')
        ? (strings[Number(value)] as string)
        : (attributes as string).includes('s="1"')
          ? dayOf(Number(value))
          : value;
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}

const columnNumber = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const dayOf = (serial: number) => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

/** Converts '1 234,50', '1,234.50' or '(1,234.50)' to øre. */
export function oreOf(text: string, decimal: ',' | '.'): number {
  const negative = /^\(|^-|-$/.test(text);
  const plain = text.replace(decimal === ',' ? /[^\d,]/g : /[^\d.]/g, '').replace(',', '.');
  return Math.round(Number(plain) * 100) * (negative ? -1 : 1);
}
