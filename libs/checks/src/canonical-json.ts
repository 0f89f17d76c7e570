import { sha256Hex } from '@tallgrunn/values';

/**
 * Returns JSON with sorted keys and no white space (RFC 8785 for the values used here), so that equal documents have
 * equal texts and hashes.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each)).join(',')}]`;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}

/** Returns the SHA-256 of the canonical text, which identifies terms and check contexts. */
export function hashOf(document: unknown): string {
  return sha256Hex(canonicalJson(document));
}
