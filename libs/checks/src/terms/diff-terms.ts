import { canonicalJson } from '../canonical-json.ts';
import { pointer } from './lint-lists.ts';
import { objectOf } from './parse-loose.ts';

/**
 * One difference between two terms documents. `path` refers to the later document, or to the earlier one for a removed
 * part.
 */
export interface TermsChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before: unknown;
  readonly after: unknown;
}

/** Key by which elements of a list are matched; other lists are compared by position. */
const keys: Readonly<Record<string, string>> = {
  tables: 'name',
  fields: 'name',
  checks: 'id',
  lists: 'name',
  ownRules: 'id',
};
/** Properties that differ between any two versions and are ignored. */
const ignoredProperties = new Set(['$schema', 'id', 'version', 'agreement']);

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const isScalarList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each !== 'object');

function compareKeyed(
  a: readonly unknown[],
  b: readonly unknown[],
  key: string,
  path: string,
  found: TermsChange[],
): void {
  const nameOf = (each: unknown): unknown => objectOf(each)[key];
  const kept = b.map(nameOf).filter((name) => a.some((each) => nameOf(each) === name));
  a.forEach((each, at) => {
    if (!kept.includes(nameOf(each)))
      found.push({ path: `${path}/${at}`, kind: 'removed', before: each, after: undefined });
  });
  b.forEach((each, at) => {
    const before = a.find((other) => nameOf(other) === nameOf(each));
    if (before === undefined) found.push({ path: `${path}/${at}`, kind: 'added', before: undefined, after: each });
    else compare(before, each, `${path}/${at}`, '', found);
  });
  const order = a.map(nameOf).filter((name) => kept.includes(name));
  if (!same(order, kept)) found.push({ path, kind: 'reordered', before: order, after: kept });
}

function compare(a: unknown, b: unknown, path: string, name: string, found: TermsChange[]): void {
  if (same(a, b)) return;
  if (a === undefined) return void found.push({ path, kind: 'added', before: undefined, after: b });
  if (b === undefined) return void found.push({ path, kind: 'removed', before: a, after: undefined });
  const key = keys[name];
  if (Array.isArray(a) && Array.isArray(b) && key) return compareKeyed(a, b, key, path, found);
  const bothLists = Array.isArray(a) && Array.isArray(b) && !isScalarList(a) && !isScalarList(b);
  if (bothLists) {
    for (let at = 0; at < Math.max(a.length, b.length); at += 1) compare(a[at], b[at], `${path}/${at}`, '', found);
    return;
  }
  const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
  // A due rule or text of another form is reported as one change.
  if (!isObject(a) || !isObject(b) || objectOf(a).kind !== objectOf(b).kind)
    return void found.push({ path, kind: 'changed', before: a, after: b });
  for (const part of new Set([...Object.keys(objectOf(a)), ...Object.keys(objectOf(b))])) {
    if (path === '' && ignoredProperties.has(part)) continue;
    compare(objectOf(a)[part], objectOf(b)[part], `${path}/${pointer(part)}`, part, found);
  }
}

/** Returns the changes from terms `a` to terms `b`: columns are matched by name, checks by id. */
export function diffTerms(a: unknown, b: unknown): readonly TermsChange[] {
  const found: TermsChange[] = [];
  compare(a, b, '', '', found);
  return found;
}
