import { withoutPersons } from '@tallgrunn/values';
import type { FormatFinding } from '../reading.ts';
import { guardFound } from './reduce-codes.ts';

/** Parameters that quote the file. */
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

/** Returns the parameters with possible personal data removed from quotes of the file. */
export function guardParams<P extends Readonly<Record<string, unknown>>>(params: P): P {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && repeated.has(name) ? guardFound(value) : value,
    ]),
  ) as P;
}

/** Returns the finding with possible personal data removed from quotes of the file. Location and code remain. */
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
