import {
  absolute,
  add,
  compare,
  dayNumber,
  divide,
  isDate,
  multiply,
  negate,
  round,
  subtract,
} from '@tallgrunn/values';
import { ExpressionError, functions, QUOTIENT_DECIMALS } from './expression.ts';
import type { BinaryOperator, Expression, Literal, ValueType } from './expression.ts';

/** Value of an expression on one row: decimal text, text or ISO date, a truth value, or null when it is not known. */
export type Value = string | boolean | null;

/** Values of one row by index of the field; '' when nothing could be read. */
export interface RowValues {
  value(field: number): string;
  /** returns whether nothing is written in the cell, or the file lacks its column */
  isEmpty(field: number): boolean;
}

export interface ExpressionField {
  readonly index: number;
  readonly type: ValueType;
}
export type ExpressionFields = ReadonlyMap<string, ExpressionField>;

export interface CompiledExpression {
  readonly type: ValueType;
  readonly run: (row: RowValues) => Value;
}

type Run = CompiledExpression['run'];

const normalise = (text: string): string => text.trim().toLowerCase();

const arithmetic: Readonly<Record<'+' | '-' | '*' | '/', (a: string, b: string) => string | null>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': (a, b) => (compare(b, '0') === 0 ? null : divide(a, b, QUOTIENT_DECIMALS)),
};

/** Compares two values that are not null; text by the same words in either case, dates by their text. */
const comparers: Readonly<Record<'number' | 'string' | 'date', (a: string, b: string) => number>> = {
  number: compare,
  string: (a, b) => (normalise(a) === normalise(b) ? 0 : 1),
  date: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
};

function holds(operator: BinaryOperator, order: number): boolean {
  if (operator === '=') return order === 0;
  if (operator === '!=') return order !== 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

const typeLabel = (type: ValueType): string => (type === 'boolean' ? 'expected-condition' : type);

export function wrongType(at: number, found: ValueType, expected: ValueType): ExpressionError {
  return new ExpressionError('rule-type', { at, found: typeLabel(found), expected: typeLabel(expected) });
}

/** Compiles one expression for the fields of one table. Each node becomes a function that cannot fail. */
class ExpressionCompiler {
  readonly #fields: ExpressionFields;

  constructor(fields: ExpressionFields) {
    this.#fields = fields;
  }

  compile(node: Expression): CompiledExpression {
    switch (node.kind) {
      case 'number':
        return { type: 'number', run: () => node.value };
      case 'text':
        return { type: 'string', run: () => node.value };
      case 'field':
        return this.#field(node);
      case 'unary':
        return node.operator === 'not' ? this.#not(node.operand) : this.#minus(node.operand);
      case 'in':
        return this.#in(node);
      case 'if': {
        const [condition, then] = [this.#as(node.condition, 'boolean'), this.#as(node.then, 'boolean')];
        return { type: 'boolean', run: or(not(condition), then) };
      }
      case 'call':
        return this.#call(node);
      case 'binary':
        return this.#binary(node);
    }
  }

  /** Compiles an operand of one type. A text is a date where one is expected. */
  #as(node: Expression, expected: ValueType): Run {
    if (node.kind === 'text' && expected === 'date') {
      requireDate(node);
      return () => node.value;
    }
    const { type, run } = this.compile(node);
    if (type !== expected) throw wrongType(node.at, type, expected);
    return run;
  }

  #field({ name, at }: Extract<Expression, { kind: 'field' }>): CompiledExpression {
    const field = this.#fields.get(name);
    if (!field) throw unknownField(name, at, this.#fields.keys());
    const { index, type } = field;
    return {
      type,
      run: (row) => {
        const value = row.value(index);
        return value === '' || (type === 'date' && !isDate(value)) ? null : value;
      },
    };
  }

  #not(operand: Expression): CompiledExpression {
    return { type: 'boolean', run: not(this.#as(operand, 'boolean')) };
  }

  #minus(operand: Expression): CompiledExpression {
    const run = this.#as(operand, 'number');
    return { type: 'number', run: one(run, negate) };
  }

  #in({ value, list }: Extract<Expression, { kind: 'in' }>): CompiledExpression {
    const { type, run } = this.compile(value);
    if (type === 'boolean') throw wrongType(value.at, type, 'string');
    for (const literal of list) {
      if (type === 'date' && literal.kind === 'text') requireDate(literal);
      else if ((literal.kind === 'number') !== (type === 'number'))
        throw wrongType(literal.at, literal.kind === 'number' ? 'number' : 'string', type);
    }
    const comparer = comparers[type];
    const contains = (each: string): boolean => list.some((literal) => comparer(each, literal.value) === 0);
    return { type: 'boolean', run: one(run, contains) };
  }

  #binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>): CompiledExpression {
    if (operator === 'and' || operator === 'or') {
      const [a, b] = [this.#as(left, 'boolean'), this.#as(right, 'boolean')];
      return { type: 'boolean', run: operator === 'or' ? or(a, b) : not(or(not(a), not(b))) };
    }
    if (operator === '+' || operator === '-' || operator === '*' || operator === '/')
      return { type: 'number', run: two(this.#as(left, 'number'), this.#as(right, 'number'), arithmetic[operator]) };
    const type = this.#comparedType(left, right);
    if (type === 'boolean') throw wrongType(left.at, type, 'number');
    if (type === 'string' && operator !== '=' && operator !== '!=') throw wrongType(left.at, type, 'number');
    const comparer = comparers[type];
    const compares = (a: string, b: string): boolean => holds(operator, comparer(a, b));
    return { type: 'boolean', run: two(this.#as(left, type), this.#as(right, type), compares) };
  }

  /** Returns the type of a comparison: a text next to a date is a date. */
  #comparedType(left: Expression, right: Expression): ValueType {
    const [a, b] = [this.compile(left).type, this.compile(right).type];
    if (b === 'date' && left.kind === 'text') return 'date';
    return a;
  }

  #call({ name, parameters }: Extract<Expression, { kind: 'call' }>): CompiledExpression {
    const [first, second] = parameters as [Expression, Expression | undefined];
    const { parameters: types, result: type } = functions[name];
    if (name === 'isEmpty') return { type, run: this.#isEmpty(first) };
    if (name === 'round') {
      const decimals = second === undefined ? 0 : decimalsOf(second);
      return { type, run: one(this.#as(first, 'number'), (value) => round(value, decimals)) };
    }
    const a = this.#as(first, types[0] as ValueType);
    if (second === undefined) return { type, run: one(a, functionsOfOne[name as keyof typeof functionsOfOne]) };
    const b = this.#as(second, types[1] as ValueType);
    return { type, run: two(a, b, functionsOfTwo[name as keyof typeof functionsOfTwo]) };
  }

  #isEmpty(node: Expression): Run {
    if (node.kind !== 'field')
      throw new ExpressionError('rule-expected', { at: node.at, found: '', expected: 'expected-field' });
    this.compile(node);
    const { index } = this.#fields.get(node.name)!;
    return (row) => row.isEmpty(index);
  }
}

const functionsOfOne = {
  abs: absolute,
  length: (text: string) => String([...text].length),
  month: (date: string) => String(Number(date.slice(5, 7))),
  year: (date: string) => String(Number(date.slice(0, 4))),
};

const functionsOfTwo = {
  startsWith: (text: string, part: string) => normalise(text).startsWith(normalise(part)),
  endsWith: (text: string, part: string) => normalise(text).endsWith(normalise(part)),
  contains: (text: string, part: string) => normalise(text).includes(normalise(part)),
  days: (from: string, to: string) => String(dayNumber(to)! - dayNumber(from)!),
};

export function unknownField(name: string, at: number, fields: Iterable<string>): ExpressionError {
  const most = 30;
  const all = [...fields];
  const expected = all.slice(0, most).join(', ') + (all.length > most ? ' …' : '');
  return new ExpressionError('rule-field-unknown', { at, found: name.slice(0, 60), expected });
}

function requireDate({ at, value }: Literal | Extract<Expression, { kind: 'text' }>): void {
  if (!isDate(value)) throw new ExpressionError('rule-date', { at, found: value.slice(0, 40) });
}

const DECIMALS_MAX = 10;

/** Returns the number of decimals that `round` is given: a whole number, written as such. */
function decimalsOf(node: Expression): number {
  const decimals = node.kind === 'number' ? Number(node.value) : NaN;
  if (!Number.isInteger(decimals) || decimals > DECIMALS_MAX)
    throw new ExpressionError('rule-expected', { at: node.at, found: '', expected: 'expected-decimals' });
  return decimals;
}

const not =
  (run: Run): Run =>
  (row) => {
    const value = run(row);
    return value === null ? null : value !== true;
  };

/** True if one is, also when the other is not known. */
const or =
  (a: Run, b: Run): Run =>
  (row) => {
    const left = a(row);
    if (left === true) return true;
    const right = b(row);
    return right === true ? true : left === null || right === null ? null : false;
  };

const one =
  (run: Run, calculate: (value: string) => Value): Run =>
  (row) => {
    const value = run(row);
    return typeof value === 'string' ? calculate(value) : null;
  };

const two =
  (a: Run, b: Run, calculate: (left: string, right: string) => Value): Run =>
  (row) => {
    const [left, right] = [a(row), b(row)];
    return typeof left === 'string' && typeof right === 'string' ? calculate(left, right) : null;
  };

/** Compiles an expression for the fields of one table. @throws ExpressionError */
export function compileExpression(node: Expression, fields: ExpressionFields): CompiledExpression {
  return new ExpressionCompiler(fields).compile(node);
}
