import { allChecks } from '../checks/all-checks.ts';
import { ownRule } from '../checks/own-rule.ts';
import { mayBeRight } from '../check.ts';
import type { Check } from '../check.ts';
import type { LooseField } from './known-fields.ts';
import { listOf, objectOf, duplicateIndexes, textOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';
import { currentCheckId } from './terms-checks.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

function lintParams(check: Check, params: LooseObject, path: string, blame: ReportTermsProblem): void {
  for (const [name, value] of Object.entries(params)) {
    const usual = check.params?.[name];
    if (usual === undefined)
      blame(`${path}/${name}`, 'param-unknown', {
        check: check.id,
        param: name,
        known: Object.keys(check.params ?? {}).join(', '),
      });
    else if (kindOf(value) !== kindOf(usual))
      blame(`${path}/${name}`, 'param-type', { check: check.id, param: name, type: kindOf(usual) });
    else if (typeof value === 'number' && value < 0)
      blame(`${path}/${name}`, 'param-negative', { check: check.id, param: name });
  }
}

/** Validates the list of checks: known ids, no duplicates, known parameters, and the columns they need. */
export function lintChecks(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const named = listOf(terms.checks);
  const ids = named.map(({ each }) => currentCheckId(textOf(each.id)));
  for (const at of duplicateIndexes(ids)) blame(`/checks/${at}/id`, 'check-twice', { check: ids[at]! });
  const roles = new Set(fields.map(({ role }) => role));
  for (const { at, each } of named) {
    // Rules of the terms' own have their severities where they are.
    const check = allChecks.find(({ id }) => id === ids[at] && id !== ownRule.id);
    if (!check) {
      if (ids[at] !== '') blame(`/checks/${at}/id`, 'check-unknown', { check: ids[at]! });
      continue;
    }
    lintParams(check, objectOf(each.params), `/checks/${at}/params`, blame);
    if (each.overridable === true && !mayBeRight(check))
      blame(`/checks/${at}/overridable`, 'override-impossible', { check: check.id });
    else if (each.overridable === true && (textOf(each.severity) || check.severity) !== 'blocksRow')
      blame(`/checks/${at}/overridable`, 'override-unused', { check: check.id });
    const absent = each.severity === 'off' ? undefined : check.roles?.find((role) => !roles.has(role));
    if (absent) blame(`/checks/${at}`, 'check-without-column', { check: check.id, role: absent });
  }
}
