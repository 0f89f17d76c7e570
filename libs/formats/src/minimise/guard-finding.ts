import { withoutPersons } from '@tallgrunn/values';
import type { FormatFinding } from '../reading.ts';
import { redactFoundText } from './reduce-codes.ts';

/** Parameters that quote the file. */
const quotingParams = new Set([
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
export function redactParams<P extends Readonly<Record<string, unknown>>>(params: P): P {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && quotingParams.has(name) ? redactFoundText(value) : value,
    ]),
  ) as P;
}

/** Returns the finding with possible personal data removed from quotes of the file. Location and code remain. */
export function redactFinding<F extends FormatFinding>(finding: F): F {
  const { place, found } = finding;
  const location = place && {
    ...place,
    ...(place.path === undefined ? {} : { path: withoutPersons(place.path) }),
    ...(place.sheet === undefined ? {} : { sheet: withoutPersons(place.sheet) }),
  };
  return {
    ...finding,
    place: location,
    found: found === null ? null : redactFoundText(found),
    params: redactParams(finding.params),
  };
}
