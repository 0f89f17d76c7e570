import type { FormatFinding } from '../reading.ts';
import { guardFound } from './known-words.ts';

/** Parameters that repeat what stood in the file. */
const repeated = new Set(['found', 'detail', 'headers']);

/** The finding without what may be a person in what it repeats from the file; where it is, and what is wrong, stays. */
export function guardFinding<F extends FormatFinding>(finding: F): F {
  const params = Object.fromEntries(Object.entries(finding.params).map(([name, value]) => [name, typeof value === 'string' && repeated.has(name) ? guardFound(value) : value]));
  return { ...finding, found: finding.found === null ? null : guardFound(finding.found), params };
}
