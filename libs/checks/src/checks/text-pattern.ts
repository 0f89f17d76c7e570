import { defineCheck } from '../check.ts';
import { LinearPattern } from '../pattern/linear-pattern.ts';
import type { PlanTable } from '../plan/plan.ts';

interface TextRule {
  readonly index: number;
  readonly name: string;
  readonly title: string;
  readonly pattern: LinearPattern | null;
  readonly written: string;
  readonly least: number;
  readonly most: number;
}

/**
 * Returns the compiled pattern; null when it is absent or unusable. Terms are linted before they are published, so an
 * unusable pattern is ignored.
 */
function compilePattern(pattern: string | undefined): LinearPattern | null {
  const compilePattern = pattern === undefined ? null : LinearPattern.compile(pattern);
  return compilePattern instanceof LinearPattern ? compilePattern : null;
}

function textRules(table: PlanTable): TextRule[] {
  return table.fields.flatMap(({ index, name, title, field }) => {
    const pattern = compilePattern(field.constraints?.pattern);
    const { minLength: least = 0, maxLength: most = Infinity } = field.constraints ?? {};
    return pattern || least > 0 || most < Infinity
      ? [{ index, name, title, pattern, written: field.constraints?.pattern ?? '', least, most }]
      : [];
  });
}

export const textPattern = defineCheck({
  id: 'text-pattern',
  class: 0,
  severity: 'blocksRow',
  mayBeRight: true,
  run: ({ plan, say }) => {
    const byTable = new Map(plan.tables.map((table) => [table, textRules(table)]));
    return {
      line: (line) => {
        for (const { index, name, title, pattern, written, least, most } of byTable.get(line.sheet.table)!) {
          const value = line.readings[index]?.value ?? '';
          if (value === '' || (value.length >= least && value.length <= most && (pattern?.test(value) ?? true)))
            continue;
          const expected = value.length > most ? `≤ ${most}` : value.length < least ? `≥ ${least}` : written;
          say({ line, field: index, expected, params: { field: title, found: value.slice(0, 100) }, cause: name });
        }
      },
    };
  },
});
