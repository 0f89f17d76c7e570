import { withoutPersons } from '@tallgrunn/values';
import type { FormatFinding } from '../reading.ts';
import { guardFound } from './reduce-codes.ts';

/** Parameters that repeat what stood in the file. */
const repeated = new Set([
  'found',
  'detail',
  'headers',
  'transaction',
  'part',
  'supplier',
  'root',
  'namespace',
  'label',
  'column',
]);

/** Parameters without what may be a person in what they repeat from the file. */
export function guardParams<P extends Readonly<Record<string, unknown>>>(params: P): P {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && repeated.has(name) ? guardFound(value) : value,
    ]),
  ) as P;
}

/** The finding without what may be a person in what it repeats from the file; where it is, and what is wrong, stays. */
export function guardFinding<F extends FormatFinding>(finding: F): F {
  const { place, found } = finding;
  const where = place && {
    ...place,
    ...(place.path === undefined ? {} : { path: withoutPersons(place.path) }),
    ...(place.sheet === undefined ? {} : { sheet: withoutPersons(place.sheet) }),
  };
  return {
    ...finding,
    place: where,
    found: found === null ? null : guardFound(found),
    params: guardParams(finding.params),
  };
}
