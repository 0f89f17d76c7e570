import { matchSchema } from '../schema/match-schema.ts';
import type { SchemaProblem } from '../schema/match-schema.ts';
import { termsSchema } from '../schema/terms-schema.ts';
import { looseFields } from './known-fields.ts';
import { lintChecks } from './lint-checks.ts';
import { lintClauses } from './lint-clauses.ts';
import { lintConsequences } from './lint-consequences.ts';
import { lintConstraints } from './lint-constraints.ts';
import { lintDue } from './lint-due.ts';
import { lintHeadings } from './lint-headings.ts';
import { lintLists } from './lint-lists.ts';
import { lintOwnRules } from './lint-own-rules.ts';
import { lintTables } from './lint-tables.ts';
import { objectOf, textOf } from './parse-loose.ts';
import { atPointer } from './lint-clauses.ts';
import { isRuleText } from './rule-texts.ts';
import type { TermsProblem } from './terms-problem.ts';

const problemsMax = 1_000;

/** Returns the problem for a schema violation, with a specific code if there is one. */
function toTermsProblem({ path, problem, detail }: SchemaProblem, terms: unknown): TermsProblem {
  const found = atPointer(terms, path);
  if (problem === 'value' && path.endsWith('/role'))
    return { path, code: 'role-unknown', params: { role: textOf(found) } };
  if (problem === 'range' && path.endsWith('/share')) return { path, code: 'share-range', params: {} };
  if (problem === 'pattern' && path.startsWith('/due/dates/'))
    return { path, code: 'due-date-impossible', params: { date: textOf(found) } };
  return { path, code: `form-${problem}`, params: { expected: detail } };
}

/** Returns whether the text of a rule is only unfinished; the validation of rules says what to write. */
function isUnfinishedRuleText({ path }: SchemaProblem, terms: unknown): boolean {
  return /^\/ownRules\/\d+\/text$/.test(path) && isRuleText(atPointer(terms, path));
}

/**
 * Validates a terms document of external origin, form and meaning, and returns all problems. `terms` is any JSON value.
 * An empty result means that it may be published. `describeTermsProblem` returns the messages.
 */
export function lintTerms(terms: unknown): readonly TermsProblem[] {
  const problems = matchSchema(terms, termsSchema, problemsMax)
    .filter((each) => !isUnfinishedRuleText(each, terms))
    .map((each) => toTermsProblem(each, terms));
  const formed = new Set(problems.map(({ path }) => path));
  const loose = objectOf(terms);
  const fields = looseFields(loose);
  const report = (path: string, code: TermsProblem['code'], params: TermsProblem['params'] = {}): void => {
    if (!formed.has(path) && problems.length < problemsMax) problems.push({ path, code, params });
  };
  lintTables(loose, fields, report);
  lintHeadings(fields, report);
  lintConstraints(fields, report);
  lintLists(loose, fields, report);
  lintOwnRules(loose, fields, report);
  lintDue(loose, report);
  lintChecks(loose, fields, report);
  lintConsequences(loose, fields, report);
  lintClauses(loose, report);
  return problems;
}
