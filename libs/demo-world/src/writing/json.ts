import { strToU8 } from 'fflate';
import type { WorldFile } from '../world-file.ts';

/** Writes JSON indented by two spaces, with keys in the order given. */
export const jsonFile = (path: string, content: object): WorldFile => ({
  path,
  bytes: strToU8(`${JSON.stringify(content, null, 2)}\n`),
});

/**
 * Writes each top-level key on its own line, and each list member on one line. Half the size of indented JSON, and
 * still readable in a diff.
 */
export function compactJsonFile(path: string, content: Record<string, unknown>): WorldFile {
  const parts = Object.entries(content).map(([key, value]) => `${JSON.stringify(key)}: ${compact(value)}`);
  return { path, bytes: strToU8(`{\n${parts.join(',\n')}\n}\n`) };
}

function compact(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  if (typeof value !== 'object' || value === null || !('rows' in value) || !Array.isArray(value.rows))
    return JSON.stringify(value);
  const { rows, ...rest } = value;
  return `{${JSON.stringify(rest).slice(1, -1)}, "rows": ${compact(rows)}}`;
}
