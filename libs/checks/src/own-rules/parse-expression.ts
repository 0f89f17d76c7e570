import { comparisons, expressionLimits, functionNames, functions, ExpressionError } from './expression.ts';
import type { BinaryOperator, Expression, FunctionName, Literal } from './expression.ts';
import { tokenise } from './tokenise.ts';
import type { Token } from './tokenise.ts';

/** How tightly operators bind, from loose to tight; `if` is the loosest. */
export const precedence = { if: 0, or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, minus: 7, atom: 8 };

const binary: Readonly<Record<string, number>> = {
  or: precedence.or,
  and: precedence.and,
  in: precedence.comparison,
  ...Object.fromEntries(comparisons.map((operator) => [operator, precedence.comparison])),
  '+': precedence.sum,
  '-': precedence.sum,
  '*': precedence.product,
  '/': precedence.product,
};
const SHOWN_MAX = 40;

/** What the parser may have expected; texts are among the labels of choices. */
type Expected = 'value' | 'operator' | 'parenthesis' | 'comma' | 'then' | 'list' | 'literal' | 'joined';

/** A Pratt parser over the tokens of one expression. Depth and number of nodes are bounded. */
class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  #nodes = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#parse(-1);
    if (this.#token.kind !== 'end') throw this.#unexpected('operator');
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#next]!;
  }

  #unexpected(expected: Expected): ExpressionError {
    const { at, written } = this.#token;
    return new ExpressionError('rule-expected', {
      at,
      found: written.slice(0, SHOWN_MAX),
      expected: `expected-${expected}`,
    });
  }

  #is(text: string): boolean {
    const { kind, text: own } = this.#token;
    return (kind === 'symbol' || kind === 'word') && own === text;
  }

  #take(text: string, expected: Expected): void {
    if (!this.#is(text)) throw this.#unexpected(expected);
    this.#next += 1;
  }

  #node<T extends Expression | Literal>(node: T): T {
    this.#nodes += 1;
    if (this.#nodes > expressionLimits.nodesMax)
      throw new ExpressionError('rule-too-large', { at: node.at, maximum: expressionLimits.nodesMax });
    return node;
  }

  #parse(above: number): Expression {
    this.#depth += 1;
    if (this.#depth > expressionLimits.depthMax)
      throw new ExpressionError('rule-too-deep', { at: this.#token.at, maximum: expressionLimits.depthMax });
    let left = this.#prefix();
    for (let power = this.#power(); power > above; power = this.#power()) left = this.#infix(left, power);
    this.#depth -= 1;
    return left;
  }

  #power(): number {
    const { kind, text } = this.#token;
    return kind === 'symbol' || kind === 'word' ? (binary[text] ?? -1) : -1;
  }

  #infix(left: Expression, power: number): Expression {
    const { text, at } = this.#token;
    this.#next += 1;
    const node = this.#node<Expression>(
      text === 'in'
        ? { kind: 'in', value: left, list: this.#list(), at }
        : { kind: 'binary', operator: text as BinaryOperator, left, right: this.#parse(power), at },
    );
    // "1 < x < 3" must be two comparisons.
    if (power === precedence.comparison && this.#power() === power) throw this.#unexpected('joined');
    return node;
  }

  #prefix(): Expression {
    const { kind, text, at, quoted } = this.#token;
    if (kind === 'end') throw this.#unexpected('value');
    this.#next += 1;
    if (kind === 'number' || kind === 'text') return this.#node({ kind, value: text, at });
    if (kind === 'name')
      return !quoted && this.#is('(') ? this.#call(text, at) : this.#node({ kind: 'field', name: text, at });
    if (text === 'not')
      return this.#node({ kind: 'unary', operator: 'not', operand: this.#parse(precedence.not - 1), at });
    if (text === '-')
      return this.#node({ kind: 'unary', operator: '-', operand: this.#parse(precedence.minus - 1), at });
    if (text === 'if') return this.#condition(at);
    if (text !== '(') {
      this.#next -= 1;
      throw this.#unexpected('value');
    }
    const inner = this.#parse(-1);
    this.#take(')', 'parenthesis');
    return inner;
  }

  #condition(at: number): Expression {
    const condition = this.#parse(precedence.if);
    this.#take('then', 'then');
    return this.#node({ kind: 'if', condition, then: this.#parse(precedence.if), at });
  }

  #call(name: string, at: number): Expression {
    if (!functionNames.includes(name as FunctionName))
      throw new ExpressionError('rule-function-unknown', {
        at,
        found: name.slice(0, SHOWN_MAX),
        expected: functionNames.join(', '),
      });
    this.#next += 1;
    const parameters: Expression[] = [];
    while (!this.#is(')')) {
      if (parameters.length > 0) this.#take(',', 'comma');
      parameters.push(this.#parse(-1));
    }
    this.#next += 1;
    const { parameters: all, required } = functions[name as FunctionName];
    if (parameters.length < required || parameters.length > all.length)
      throw new ExpressionError('rule-parameters', { at, name, found: parameters.length, expected: all.length });
    return this.#node({ kind: 'call', name: name as FunctionName, parameters, at });
  }

  #list(): readonly Literal[] {
    this.#take('(', 'list');
    const list: Literal[] = [];
    do {
      if (list.length > 0) this.#next += 1;
      list.push(this.#literal());
    } while (this.#is(','));
    this.#take(')', 'comma');
    return list;
  }

  #literal(): Literal {
    const { at } = this.#token;
    const minus = this.#is('-') ? '-' : '';
    if (minus) this.#next += 1;
    const { kind, text } = this.#token;
    if (kind !== 'number' && (kind !== 'text' || minus)) throw this.#unexpected('literal');
    this.#next += 1;
    return this.#node({ kind, value: minus + text, at });
  }
}

/** Parses the text of a condition. @throws ExpressionError */
export function parseExpression(text: string): Expression {
  return new Parser(tokenise(text)).whole();
}
