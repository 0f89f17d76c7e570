import { sha256Hex } from '@tallgrunn/values';

/** JSON with sorted keys and no white space (RFC 8785 for the values we use): one document, one text, one hash. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each)).join(',')}]`;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}

/** SHA-256 of the canonical text: the address of terms and of check contexts. */
export function hashOf(document: unknown): string {
  return sha256Hex(canonicalJson(document));
}
