import { defineCheck } from '../check.ts';
import type { ReportFinding } from '../check.ts';
import type { Params } from '../finding.ts';
import type { Line } from '../line.ts';
import type { RowValues } from '../own-rules/compile-expression.ts';
import { compileRule, ruleTable } from '../own-rules/compile-rule.ts';
import type { CompiledRule, RuleTable } from '../own-rules/compile-rule.ts';
import { explainRule } from '../own-rules/explain-rule.ts';
import type { Plan } from '../plan/plan.ts';
import { localText } from '../terms.ts';
import type { LocalText, OwnRule } from '../terms.ts';

export const ownRuleCode = 'own-rule';

/** The values of the line being checked. One object serves all lines, since a check stores no line. */
class LineValues implements RowValues {
  line: Line | null = null;

  value(field: number): string {
    return this.line?.readings[field]?.value ?? '';
  }

  isEmpty(field: number): boolean {
    const reading = this.line?.readings[field];
    return !reading || (reading.value === '' && reading.raw.trim() === '');
  }
}

/** Returns the text as a sentence, since the explanation follows it. */
function sentence(text: LocalText, language: 'nb' | 'nn' | 'en'): string {
  const trimmed = localText(text, language).trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

interface RuleRun {
  readonly rule: OwnRule;
  readonly table: RuleTable;
  readonly compiled: CompiledRule;
  /** the same on every row */
  readonly params: Params;
}

/**
 * Returns the rule by table. Terms are linted before they are published, so a rule that cannot be compiled is ignored.
 */
function rulesByTable(rule: OwnRule, plan: Plan): ReadonlyMap<string, RuleRun> {
  const tables = plan.tables.map(({ name, fields }) =>
    ruleTable(
      name,
      fields.map(({ field }) => field),
    ),
  );
  const compilation = compileRule(rule.expression, tables, rule.table);
  if (!compilation.ok) return new Map();
  const params = {
    rule: rule.id,
    textNb: sentence(rule.text, 'nb'),
    textNn: sentence(rule.text, 'nn'),
    textEn: sentence(rule.text, 'en'),
    condition: rule.expression.trim(),
  };
  return new Map(
    [...compilation.byTable].map(([name, compiled]) => [
      name,
      { rule, table: tables.find((table) => table.name === name)!, compiled, params },
    ]),
  );
}

function report({ rule, table, compiled, params }: RuleRun, line: Line, values: LineValues, say: ReportFinding): void {
  const { field, found, expected, filled, fields } = explainRule(compiled, table.fields, values);
  const titles = line.sheet.table.fields;
  say({
    line,
    field,
    ...(found !== null && { found }),
    expected,
    params: { ...params, filled, columns: fields.map((index) => titles[index]!.title).join(', ') },
    cause: rule.id,
  });
}

/** One rule of the terms; the plan runs this check once per rule, with the rule's id and severity. */
export const ownRule = defineCheck({
  id: ownRuleCode,
  class: 0,
  severity: 'confirm',
  mayBeRight: true,
  run: ({ plan, params, say }) => {
    const rule = plan.terms.ownRules?.find(({ id }) => id === params.rule);
    const byTable = rule ? rulesByTable(rule, plan) : new Map<string, RuleRun>();
    if (byTable.size === 0) return {};
    const values = new LineValues();
    return {
      line: (line) => {
        const run = byTable.get(line.sheet.table.name);
        if (!run) return;
        values.line = line;
        if (run.compiled.run(values) === false) report(run, line, values, say);
      },
    };
  },
});
