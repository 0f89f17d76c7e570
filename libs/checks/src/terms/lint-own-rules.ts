import { compileRule, ruleTable } from '../own-rules/compile-rule.ts';
import { findDecimalComma } from '../own-rules/decimal-comma.ts';
import { OWN_RULES_MAX } from '../own-rules/expression.ts';
import type { LooseField } from './known-fields.ts';
import { duplicateIndexes, listOf, textOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';
import { isPlaceholder, isRuleText, ruleTexts } from './rule-texts.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

/** Requires a text of a rule's own in each language it has: the supplier reads it in the finding. */
function lintTexts(rule: LooseObject, at: number, blame: ReportTermsProblem): void {
  if (!isRuleText(rule.text)) return;
  const name = textOf(rule.id) || String(at + 1);
  for (const [end, text] of ruleTexts(rule.text)) {
    if (text.trim() === '') blame(`/ownRules/${at}/text${end}`, 'rule-text-empty', { rule: name });
    else if (isPlaceholder(text))
      blame(`/ownRules/${at}/text${end}`, 'rule-text-placeholder', { rule: name, found: text.trim() });
  }
}

/** Validates the rules of the terms' own: unique ids, texts, and conditions that can be compiled for a table. */
export function lintOwnRules(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const rules = listOf(terms.ownRules);
  if (rules.length > OWN_RULES_MAX) return blame('/ownRules', 'rules-too-many', { maximum: OWN_RULES_MAX });
  const ids = rules.map(({ each }) => textOf(each.id));
  for (const at of duplicateIndexes(ids)) blame(`/ownRules/${at}/id`, 'rule-twice', { rule: ids[at]! });
  const byTable = Map.groupBy(fields, ({ table }) => table);
  const tables = [...byTable].map(([name, own]) => ruleTable(name, own));
  for (const { at, each } of rules) {
    lintTexts(each, at, blame);
    const table = each.table === undefined ? undefined : textOf(each.table);
    if (table !== undefined && !byTable.has(table)) {
      blame(`/ownRules/${at}/table`, 'table-unknown', { table });
      continue;
    }
    if (each.overridable === true && each.severity !== 'blocksRow')
      blame(`/ownRules/${at}/overridable`, 'override-unused', { check: 'own-rule' });
    const expression = textOf(each.expression);
    if (expression === '') continue;
    const compilation = compileRule(expression, tables, table);
    // A comma between digits can be read, but perhaps not as its writer meant: published terms are read as before.
    const problem = compilation.ok ? findDecimalComma(expression) : compilation.problem;
    if (problem) blame(`/ownRules/${at}/expression`, problem.code, problem.params);
  }
}
