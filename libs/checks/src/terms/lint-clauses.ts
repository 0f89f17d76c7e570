import { objectOf, textOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

/** Returns the value at a JSON pointer; undefined when there is none. */
export function atPointer(document: unknown, path: string): unknown {
  if (!path.startsWith('/')) return undefined;
  let value = document;
  for (const part of path.slice(1).split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
}

/** Validates that each clause belongs to an existing rule. */
export function lintClauses(terms: LooseObject, blame: ReportTermsProblem): void {
  for (const [path, clause] of Object.entries(objectOf(terms.clauses))) {
    const place = `/clauses/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (atPointer(terms, path) === undefined || path.startsWith('/clauses'))
      blame(place, 'clause-nowhere', { pointer: path });
    if (textOf(objectOf(clause).reference).trim() === '' && typeof clause === 'object')
      blame(place, 'clause-empty', { pointer: path });
  }
}
