/** Type of a value, for comparisons. */
export type ValueType = 'string' | 'number' | 'boolean' | 'date' | 'instant' | 'guid' | 'null';

/** Position of a part of an expression: characters from the start of the option's value. */
interface Placed {
  readonly at: number;
}

export interface Literal extends Placed {
  readonly kind: 'literal';
  readonly type: ValueType;
  /** The value as text, without quotation marks; '' for null. */
  readonly text: string;
}

export interface PropertyName extends Placed {
  readonly kind: 'property';
  readonly name: string;
}

export interface Call extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

export type BinaryOperator =
  'or' | 'and' | 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod';

export interface Binary extends Placed {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends Placed {
  readonly kind: 'not' | 'negate';
  readonly operand: Expression;
}

export interface Membership extends Placed {
  readonly kind: 'in';
  readonly operand: Expression;
  readonly items: readonly Expression[];
}

/** An expression of `$filter` or `$orderby` (OData URL Conventions 4.01, section 5.1.1). */
export type Expression = Literal | PropertyName | Call | Binary | Unary | Membership;
