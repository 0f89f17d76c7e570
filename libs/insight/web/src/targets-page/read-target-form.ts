import type { SetTargetRequest } from '@tallgrunn/api-client/shapes';
import { divide, multiply } from '@tallgrunn/values';

const SCALE = 9;

/** Parses a typed number: 1 200,5 is 1200.5. Null if it is none. */
export function parseNumber(text: string): string | null {
  const number = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(number) ? number : null;
}

/** Converts a value as typed (tonnes, grams, kg or per cent) to the unit of the target. */
export function storedValue(kind: SetTargetRequest['kind'], typed: string): string {
  if (kind === 'emissions') return multiply(typed, '1000');
  if (kind === 'emissions-per-inhabitant') return typed;
  return divide(typed, kind === 'emissions-per-krone' ? '1000' : '100', SCALE);
}

/** Parses lines of a year and a value: 2028; 700. Null if a line cannot be read. */
export function parsePath(kind: SetTargetRequest['kind'], text: string): SetTargetRequest['path'] | null {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const points = rows.flatMap((row) => {
    const [year = '', value = ''] = row.split(/[;:\t]/).map((part) => part.trim());
    const number = parseNumber(value);
    return /^(19|20)\d{2}$/.test(year) && number !== null
      ? [{ year: Number(year), value: storedValue(kind, number) }]
      : [];
  });
  return points.length === rows.length ? points : null;
}
