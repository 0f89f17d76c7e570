import { isDecimal, normalise } from '@tallgrunn/values';
import type { CompiledRule } from './compile-rule.ts';
import type { ExpressionField, ExpressionFields, RowValues, Value } from './compile-expression.ts';
import { fieldsOf } from './expression.ts';
import type { Expression } from './expression.ts';
import { printExpression, quoteText } from './print-expression.ts';

export interface RuleExplanation {
  /** index of the field where the finding is placed */
  readonly field: number;
  /** null: the cell as written */
  readonly found: string | null;
  readonly expected: string;
  /** the condition with the values of the row */
  readonly filled: string;
  /** indexes of the fields of the part that is not true */
  readonly fields: readonly number[];
}

const SHOWN_MAX = 60;
const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '!=': '≠' };

const shorten = (text: string): string => {
  const characters = [...text];
  return characters.length > SHOWN_MAX ? `${characters.slice(0, SHOWN_MAX - 1).join('')}…` : text;
};

/** Formats a value in an expression; one that is not known is a question mark. */
function shownValue({ index, type }: ExpressionField, row: RowValues): string {
  const value = row.value(index);
  if (value === '') return '?';
  if (type === 'string') return quoteText(shorten(value));
  return type === 'number' && isDecimal(value) ? normalise(value) : value;
}

function shown(value: Value): string {
  if (typeof value !== 'string') return '?';
  return shorten(isDecimal(value) ? normalise(value) : value);
}

/** Explains a rule that is not true on a row, by its first part that is not. */
export function explainRule(rule: CompiledRule, fields: ExpressionFields, row: RowValues): RuleExplanation {
  const fill = (node: Expression): string => printExpression(node, (name) => shownValue(fields.get(name)!, row));
  const part = rule.parts.find(({ run }) => run(row) === false) ?? rule.parts[0]!;
  const { node, left, right } = part;
  const own = fieldsOf(node).map(({ name }) => fields.get(name)!.index);
  const used = own.length > 0 ? own : fieldsOf(rule.node).map(({ name }) => fields.get(name)!.index);
  const base = { field: used[0]!, filled: fill(rule.node), fields: used };
  const isCell =
    node.kind === 'binary' ? node.left.kind === 'field' : node.kind === 'in' && node.value.kind === 'field';
  const found = isCell ? null : left ? shown(left(row)) : fill(node);
  if (node.kind === 'binary' && left && right)
    return { ...base, found, expected: `${signs[node.operator] ?? node.operator} ${shown(right(row))}` };
  if (node.kind === 'in') return { ...base, found, expected: node.list.map(({ value }) => value).join(', ') };
  return { ...base, found, expected: printExpression(node) };
}
