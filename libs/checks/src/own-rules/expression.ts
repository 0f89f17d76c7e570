import type { DecimalText } from '@tallgrunn/values';

/** Types of values in an expression: those of the fields, without their finer distinctions. */
export type ValueType = 'number' | 'string' | 'date' | 'boolean';

export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];
export type BinaryOperator = Comparison | '+' | '-' | '*' | '/' | 'and' | 'or';

/** Limits of one expression: they bound the time of compiling it and of each row. */
export const expressionLimits = { charactersMax: 1_000, nodesMax: 200, depthMax: 32, digitsMax: 15, decimalsMax: 10 };
/** Maximum number of rules in one terms document. */
export const OWN_RULES_MAX = 50;
/** Decimals of a quotient. */
export const QUOTIENT_DECIMALS = 12;

/** A condition over the fields of one row. `at` is the 1-based character where the node begins. */
export type Expression = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: DecimalText }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: 'not' | '-'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly value: Expression; readonly list: readonly Literal[] }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly parameters: readonly Expression[] }
);

export interface Literal {
  readonly kind: 'number' | 'text';
  readonly value: string;
  readonly at: number;
}

/** Functions: the types of their parameters, how many of them are required, and the type of the result. */
export const functions = {
  abs: { parameters: ['number'], required: 1, result: 'number' },
  contains: { parameters: ['string', 'string'], required: 2, result: 'boolean' },
  days: { parameters: ['date', 'date'], required: 2, result: 'number' },
  endsWith: { parameters: ['string', 'string'], required: 2, result: 'boolean' },
  isEmpty: { parameters: ['field'], required: 1, result: 'boolean' },
  length: { parameters: ['string'], required: 1, result: 'number' },
  month: { parameters: ['date'], required: 1, result: 'number' },
  round: { parameters: ['number', 'decimals'], required: 1, result: 'number' },
  startsWith: { parameters: ['string', 'string'], required: 2, result: 'boolean' },
  year: { parameters: ['date'], required: 1, result: 'number' },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly parameters: readonly (ValueType | 'field' | 'decimals')[];
      readonly required: number;
      readonly result: ValueType;
    }
  >
>;
export type FunctionName = keyof typeof functions;

export const functionNames = Object.keys(functions) as FunctionName[];

/** Words that are operators; a field with such a name is written in square brackets. */
export const operatorWords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'if', 'then']);

export type ExpressionProblemCode =
  | 'rule-too-long'
  | 'rule-too-deep'
  | 'rule-too-large'
  | 'rule-character'
  | 'rule-text-open'
  | 'rule-digits'
  | 'rule-decimal-comma'
  | 'rule-expected'
  | 'rule-field-unknown'
  | 'rule-function-unknown'
  | 'rule-type'
  | 'rule-parameters'
  | 'rule-date'
  | 'rule-no-field'
  | 'rule-tables';

/** The first problem of an expression: the 1-based character, what is there and what was expected. */
export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Ends the compilation of an expression; never leaves this folder. */
export class ExpressionError extends Error {
  readonly problem: ExpressionProblem;

  constructor(code: ExpressionProblemCode, params: ExpressionProblem['params']) {
    super(code);
    this.problem = { code, params };
  }
}

/** Returns the direct parts of a node. */
export function partsOf(node: Expression): readonly Expression[] {
  if (node.kind === 'unary') return [node.operand];
  if (node.kind === 'binary') return [node.left, node.right];
  if (node.kind === 'in') return [node.value];
  if (node.kind === 'if') return [node.condition, node.then];
  return node.kind === 'call' ? node.parameters : [];
}

/** Returns the fields of an expression in the order they are written, each once. */
export function fieldsOf(node: Expression): readonly Extract<Expression, { kind: 'field' }>[] {
  const fields = node.kind === 'field' ? [node] : partsOf(node).flatMap(fieldsOf);
  return fields.filter(({ name }, at) => fields.findIndex((each) => each.name === name) === at);
}
