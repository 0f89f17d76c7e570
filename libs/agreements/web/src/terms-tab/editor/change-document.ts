type Json = unknown;
type JsonRecord = Record<string, Json>;

/** Properties removed when empty, because an empty rule is invalid. */
const prunable = new Set(['constraints', 'clauses', 'params', 'units', 'corrections']);

function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Returns the value at a JSON pointer; undefined when there is none. */
export function valueAt(document: Json, pointer: string): Json {
  return partsOf(pointer).reduce<Json>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as JsonRecord)[part]
        : undefined,
    document,
  );
}

function changed(value: Json, [part, ...rest]: readonly string[], set: Json): Json {
  if (part === undefined) return set;
  if (Array.isArray(value)) {
    const at = Number(part);
    const next = changed(value[at], rest, set);
    return next === undefined
      ? value.filter((_, index) => index !== at)
      : [...value.slice(0, at), next, ...value.slice(at + 1)];
  }
  const { [part]: before, ...others } = (typeof value === 'object' && value !== null ? value : {}) as JsonRecord;
  const next = changed(before, rest, set);
  const isEmpty = typeof next === 'object' && next !== null && Object.keys(next).length === 0 && prunable.has(part);
  if (next === undefined || isEmpty) return others;
  return before === undefined
    ? { ...others, [part]: next }
    : Object.fromEntries(
        Object.entries(value as JsonRecord).map(([name, each]) => [name, name === part ? next : each]),
      );
}

/** Returns a copy of the document with another value at a pointer; undefined removes it. */
export function withValue<T>(document: T, pointer: string, value: Json): T {
  return changed(document, partsOf(pointer), value) as T;
}

/** Returns a copy in which one element of the list at a pointer is moved by one. */
export function withMoved<T>(document: T, pointer: string, at: number, step: 1 | -1): T {
  const list = valueAt(document, pointer);
  if (!Array.isArray(list) || at + step < 0 || at + step >= list.length) return document;
  const moved = [...(list as Json[])];
  [moved[at], moved[at + step]] = [moved[at + step], moved[at]];
  return withValue(document, pointer, moved);
}
