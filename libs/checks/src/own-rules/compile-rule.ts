import type { FieldType } from '../terms.ts';
import { compileExpression, unknownField, wrongType } from './compile-expression.ts';
import type { CompiledExpression, ExpressionField, ExpressionFields } from './compile-expression.ts';
import { findDecimalComma } from './decimal-comma.ts';
import { ExpressionError, fieldsOf } from './expression.ts';
import type { Expression, ExpressionProblem, ValueType } from './expression.ts';
import { parseExpression } from './parse-expression.ts';

/** A table whose rows a rule may be about. */
export interface RuleTable {
  readonly name: string;
  readonly fields: ExpressionFields;
}

/** A part of a condition that must be true by itself, and the left and right side when it is a comparison. */
export interface RequiredPart {
  readonly node: Expression;
  readonly run: CompiledExpression['run'];
  readonly left: CompiledExpression['run'] | null;
  readonly right: CompiledExpression['run'] | null;
}

export interface CompiledRule {
  readonly node: Expression;
  readonly run: CompiledExpression['run'];
  /** the parts that the whole requires, in order: when it is false, one of them is */
  readonly parts: readonly RequiredPart[];
}

export type RuleCompilation =
  | { readonly ok: true; readonly byTable: ReadonlyMap<string, CompiledRule> }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** Returns the type of a field in expressions. A boolean column is text, as it is read. */
export function valueType(type: string): ValueType {
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'date' || type === 'yearmonth' ? 'date' : 'string';
}

export function ruleTable(
  name: string,
  fields: readonly { readonly name: string; readonly type: FieldType | string }[],
): RuleTable {
  return {
    name,
    fields: new Map(
      fields.map((field, index): [string, ExpressionField] => [field.name, { index, type: valueType(field.type) }]),
    ),
  };
}

function requiredParts(node: Expression, fields: ExpressionFields): readonly RequiredPart[] {
  if (node.kind === 'binary' && node.operator === 'and')
    return [...requiredParts(node.left, fields), ...requiredParts(node.right, fields)];
  if (node.kind === 'if') return requiredParts(node.then, fields);
  const { run } = compileExpression(node, fields);
  const isComparison = node.kind === 'binary' && node.operator !== 'or';
  const left = isComparison ? node.left : node.kind === 'in' ? node.value : null;
  return [
    {
      node,
      run,
      left: left && compileExpression(left, fields).run,
      right: isComparison ? compileExpression(node.right, fields).run : null,
    },
  ];
}

function compileFor(node: Expression, { fields }: RuleTable): CompiledRule {
  const { type, run } = compileExpression(node, fields);
  if (type !== 'boolean') throw wrongType(node.at, type, 'boolean');
  return { node, run, parts: requiredParts(node, fields) };
}

/** Returns the tables that have all fields of an expression. @throws ExpressionError when there is none */
function tablesWith(node: Expression, tables: readonly RuleTable[]): readonly RuleTable[] {
  const used = fieldsOf(node);
  if (used.length === 0) throw new ExpressionError('rule-no-field', {});
  const unknown = used.find(({ name }) => !tables.some(({ fields }) => fields.has(name)));
  if (unknown)
    throw unknownField(unknown.name, unknown.at, new Set(tables.flatMap(({ fields }) => [...fields.keys()])));
  const all = tables.filter(({ fields }) => used.every(({ name }) => fields.has(name)));
  if (all.length === 0) throw new ExpressionError('rule-tables', { fields: used.map(({ name }) => name).join(', ') });
  return all;
}

/**
 * Compiles the condition of a rule for every table that has its fields; for one table if it is given. Never throws:
 * returns the first problem.
 */
export function compileRule(text: string, tables: readonly RuleTable[], table?: string): RuleCompilation {
  try {
    const node = parseExpression(text);
    const eligible = tables.filter(({ name }) => table === undefined || name === table);
    return {
      ok: true,
      byTable: new Map(tablesWith(node, eligible).map((each) => [each.name, compileFor(node, each)])),
    };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { ok: false, problem: explainProblem(error.problem, text) };
  }
}

/** Returns a more specific problem where a decimal comma may be the cause. */
function explainProblem(problem: ExpressionProblem, text: string): ExpressionProblem {
  const isAboutValues = problem.code === 'rule-expected' || problem.code === 'rule-parameters';
  return (isAboutValues && findDecimalComma(text)) || problem;
}
