import type { BinaryOperator, Expression, Literal, ValueType } from './expression.ts';
import type { EdmType, EntitySet } from './entity-set.ts';
import { functions } from './functions.ts';
import { invalid, unsupported } from './query-error.ts';

/** An SQL expression and its type. */
export interface TypedSql {
  readonly sql: string;
  readonly type: ValueType;
}

const TYPES: Readonly<Record<EdmType, ValueType>> = {
  'Edm.String': 'string',
  'Edm.Int64': 'number',
  'Edm.Decimal': 'number',
  'Edm.Date': 'date',
  'Edm.DateTimeOffset': 'instant',
  'Edm.Guid': 'guid',
  'Edm.Boolean': 'boolean',
};

const CASTS: Readonly<Record<Exclude<ValueType, 'null'>, string>> = {
  string: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  guid: 'uuid',
};

const COMPARISONS: Partial<Record<BinaryOperator, string>> = { gt: '>', ge: '>=', lt: '<', le: '<=' };
const ARITHMETIC: Partial<Record<BinaryOperator, string>> = { add: '+', sub: '-', mul: '*' };

/**
 * Converts expressions to SQL over the source of a set. Every literal becomes a parameter, appended to `params`. Null
 * follows OData: a comparison with null is false, and its negation true.
 */
export class ExpressionSql {
  readonly #properties: ReadonlyMap<string, TypedSql>;

  constructor(
    set: EntitySet,
    private readonly params: unknown[],
  ) {
    this.#properties = new Map(set.properties.map(({ name, sql, type }) => [name, { sql, type: TYPES[type] }]));
  }

  /**
   * Returns the SQL of a boolean expression. @throws QueryError when it is not boolean, or names an unknown property
   */
  condition(expression: Expression): string {
    const { sql, type } = this.value(expression);
    if (type !== 'boolean') throw invalid(`Expected something true or false, found a ${type}.`, expression.at);
    return sql;
  }

  value(expression: Expression): TypedSql {
    switch (expression.kind) {
      case 'literal':
        return this.#literal(expression);
      case 'property':
        return this.#property(expression.name, expression.at);
      case 'not':
        return { sql: `((${this.condition(expression.operand)}) is not true)`, type: 'boolean' };
      case 'negate':
        return { sql: `(- ${this.#number(expression.operand)})`, type: 'number' };
      case 'call':
        return this.#call(expression.name, expression.args, expression.at);
      case 'in':
        return this.#membership(expression.operand, expression.items);
      case 'binary':
        return this.#binary(expression.operator, expression.left, expression.right, expression.at);
    }
  }

  #literal({ type, text }: Literal): TypedSql {
    if (type === 'null') return { sql: 'null', type };
    this.params.push(type === 'boolean' ? text.toLowerCase() : text);
    return { sql: `$${this.params.length}::${CASTS[type]}`, type };
  }

  #property(name: string, at: number): TypedSql {
    const property = this.#properties.get(name);
    if (property) return property;
    const near = [...this.#properties.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
    throw invalid(`There is no property ‘${name}’${near ? `. Did you mean ‘${near}’?` : ''}`, at);
  }

  #number(expression: Expression): string {
    const { sql, type } = this.value(expression);
    if (type !== 'number' && type !== 'null') throw invalid(`Expected a number, found a ${type}.`, expression.at);
    return type === 'null' ? 'null::numeric' : sql;
  }

  #call(name: string, args: readonly Expression[], at: number): TypedSql {
    const found = functions[name];
    if (!found) throw unsupported(`The function ‘${name}’`, at);
    if (args.length < found.takes.length - (found.optional ?? 0) || args.length > found.takes.length)
      throw invalid(`‘${name}’ takes ${found.takes.length} arguments, found ${args.length}.`, at);
    const given = args.map((arg, index) => this.#argument(arg, name, found.takes[index]!));
    return { sql: found.sql(given), type: found.gives };
  }

  /** Converts an instant to its date and time in UTC, so that its parts do not depend on the session's time zone. */
  #argument(arg: Expression, name: string, expected: readonly ValueType[]): string {
    const { sql, type } = this.value(arg);
    if (type === 'null') return `null::${CASTS[expected[0] as Exclude<ValueType, 'null'>]}`;
    if (!expected.includes(type))
      throw invalid(`‘${name}’ takes a ${expected.join(' or ')} here, found a ${type}.`, arg.at);
    return type === 'instant' ? `((${sql}) at time zone 'UTC')` : sql;
  }

  #membership(operand: Expression, items: readonly Expression[]): TypedSql {
    const parts = items.map((item) => this.#equality('eq', operand, item, item.at).sql);
    return { sql: `(${parts.join(' or ')})`, type: 'boolean' };
  }

  #binary(operator: BinaryOperator, left: Expression, right: Expression, at: number): TypedSql {
    if (operator === 'and' || operator === 'or')
      return { sql: `(${this.condition(left)} ${operator} ${this.condition(right)})`, type: 'boolean' };
    if (operator === 'eq' || operator === 'ne') return this.#equality(operator, left, right, at);
    const comparison = COMPARISONS[operator];
    if (comparison) {
      const [a, b] = this.#comparable(left, right, at);
      return { sql: `(${a} ${comparison} ${b})`, type: 'boolean' };
    }
    return { sql: this.#arithmetic(operator, this.#number(left), this.#number(right)), type: 'number' };
  }

  /** Division by zero gives null instead of an error in the middle of a page. */
  #arithmetic(operator: BinaryOperator, a: string, b: string): string {
    const sign = ARITHMETIC[operator];
    if (sign) return `(${a} ${sign} ${b})`;
    return operator === 'mod' ? `mod(${a}, nullif(${b}, 0))` : `(${a} / nullif(${b}, 0))`;
  }

  #equality(operator: 'eq' | 'ne', left: Expression, right: Expression, at: number): TypedSql {
    const [a, b] = this.#comparable(left, right, at);
    const isNull = a === 'null' || b === 'null';
    if (isNull) return { sql: `(${a === 'null' ? b : a} is ${operator === 'eq' ? '' : 'not '}null)`, type: 'boolean' };
    return { sql: operator === 'eq' ? `(${a} = ${b})` : `(${a} is distinct from ${b})`, type: 'boolean' };
  }

  #comparable(left: Expression, right: Expression, at: number): [string, string] {
    const a = this.value(left);
    const b = this.value(right);
    if (a.type !== b.type && a.type !== 'null' && b.type !== 'null')
      throw invalid(`A ${a.type} cannot be compared with a ${b.type}.`, at);
    return [a.sql, b.sql];
  }
}
