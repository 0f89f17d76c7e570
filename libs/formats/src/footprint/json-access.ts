import { isDate } from '@tallgrunn/values';
import { shiftDecimalPoint } from '../decimal-text.ts';

/** A JSON object whose fields have not been validated. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectIn(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}

/** Returns the first of the named fields that is a non-empty text or a number, as text. */
export function textIn(object: JsonObject, ...names: string[]): string | null {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return formatDecimal(value);
  }
  return null;
}

/** Returns the objects of a list. A single object counts as a list of one. */
export function objectsIn(object: JsonObject, name: string): JsonObject[] {
  const value = object[name];
  return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
}

/** Returns the object at a path, or an empty object. */
export function objectAt(object: JsonObject, ...path: string[]): JsonObject {
  return path.reduce(objectIn, object);
}

export function textsIn(object: JsonObject, ...names: string[]): string[] {
  for (const name of names) {
    const value = object[name];
    if (Array.isArray(value)) return value.filter((entry): entry is string => typeof entry === 'string');
    if (typeof value === 'string' && value !== '') return [value];
  }
  return [];
}

/** Returns the day of an RFC 3339 instant as written, without time zone conversion; null when missing or invalid. */
export function dayIn(object: JsonObject, ...names: string[]): string | null {
  const day = textIn(object, ...names)?.slice(0, 10) ?? null;
  return day !== null && isDate(day) ? day : null;
}

/** Formats a JSON number as a decimal without exponent. Version 2 of the format writes some fields as numbers. */
function formatDecimal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  return exponent === undefined ? digits : shiftDecimalPoint(digits, Number(exponent));
}
