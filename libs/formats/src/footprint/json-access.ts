import { isDate } from '@tallgrunn/values';

/** A JSON object whose fields nobody has promised anything about. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectIn(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}

/** The first of the named fields that holds a text or a number, as text. */
export function textIn(object: JsonObject, ...names: string[]): string | null {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return plainDecimal(value);
  }
  return null;
}

export function textsIn(object: JsonObject, ...names: string[]): string[] {
  for (const name of names) {
    const value = object[name];
    if (Array.isArray(value)) return value.filter((entry): entry is string => typeof entry === 'string');
    if (typeof value === 'string' && value !== '') return [value];
  }
  return [];
}

/** The day of an RFC 3339 instant as its writer wrote it, or null. */
export function dayIn(object: JsonObject, ...names: string[]): string | null {
  const day = textIn(object, ...names)?.slice(0, 10) ?? null;
  return day !== null && isDate(day) ? day : null;
}

/** A JSON number as decimal text without exponent. Version 2 of the format writes some fields as numbers. */
function plainDecimal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = `${whole}${fraction}`;
  const plain = point <= 0 ? `0.${'0'.repeat(-point)}${all}` : point >= all.length ? all.padEnd(point, '0') : `${all.slice(0, point)}.${all.slice(point)}`;
  return negative ? `-${plain}` : plain;
}
