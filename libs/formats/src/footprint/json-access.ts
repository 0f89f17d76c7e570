import { isDate } from '@tallgrunn/values';
import { moved } from '../decimal-text.ts';

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

/** The objects of a list, or the one object where a list of one is written as itself. */
export function objectsIn(object: JsonObject, name: string): JsonObject[] {
  const value = object[name];
  return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
}

/** The object at a path; an empty one when there is none. */
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

/** The day of an RFC 3339 instant as its writer wrote it, or null. */
export function dayIn(object: JsonObject, ...names: string[]): string | null {
  const day = textIn(object, ...names)?.slice(0, 10) ?? null;
  return day !== null && isDate(day) ? day : null;
}

/** A JSON number as decimal text without exponent. Version 2 of the format writes some fields as numbers. */
function plainDecimal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  return exponent === undefined ? digits : moved(digits, Number(exponent));
}
