import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TestApp } from '@tallgrunn/platform/testing';
import { gunzipSync, unzipSync } from 'fflate';
import { tracesIn, type Planted } from './planted-persons.ts';

/** A location with planted persons, and the traces found in it. */
export type Leak = readonly [place: string, ...traces: string[]];

/** Returns the texts of a file, including those packed in it. */
export function textsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => [name, ...textsOf(content)]);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textsOf(gunzipSync(bytes));
  const buffer = Buffer.from(bytes);
  const encoded = [...buffer.toString('latin1').matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)].map(([text]) =>
    Buffer.from(text, 'base64').toString('utf8'),
  );
  // Texts of a PDF may be in UTF-16, or in hexadecimal digits.
  const plain = buffer.toString('latin1').replaceAll('\0', '');
  const hexadecimal = [...plain.matchAll(/<([0-9a-fA-F]{8,})>/g)].map(([, digits = '']) =>
    Buffer.from(digits, 'hex').toString('latin1').replaceAll('\0', ''),
  );
  return [buffer.toString('utf8'), plain, encoded.join('\n'), hexadecimal.join('\n')];
}

/**
 * Searches every table of every schema. Returns the leaks, and the number of tables with `known`, which proves that the
 * search works.
 */
export async function leaksInTables(
  stand: TestApp,
  planted: readonly Planted[],
  known: string,
): Promise<{ readonly leaks: Leak[]; readonly tables: number; readonly tablesWithKnown: number }> {
  const tables = await stand.asOwner<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const leaks: Leak[] = [];
  let tablesWithKnown = 0;
  for (const { name } of tables) {
    const rows = await stand.asOwner<{ row: string }>(`select t::text as row from ${name} t`);
    const text = rows.map(({ row }) => row).join('\n');
    if (text.includes(known)) tablesWithKnown += 1;
    const traces = tracesIn(text, planted);
    if (traces.length > 0) leaks.push([name, ...traces]);
  }
  return { leaks, tables: tables.length, tablesWithKnown };
}

/** Searches the names and contents of all files under a folder, packed or not. */
export function leaksInFiles(
  folder: string,
  planted: readonly Planted[],
): { readonly leaks: Leak[]; readonly names: readonly string[] } {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
  const leaks = names.flatMap((name): Leak[] => {
    const traces = [
      ...tracesIn(name, planted),
      ...textsOf(readFileSync(path.join(folder, name))).flatMap((text) => tracesIn(text, planted)),
    ];
    return traces.length > 0 ? [[name, ...new Set(traces)]] : [];
  });
  return { leaks, names };
}
