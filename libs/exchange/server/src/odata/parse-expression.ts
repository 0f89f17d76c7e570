import type { BinaryOperator, Expression } from './expression.ts';
import { invalid, unsupported } from './query-error.ts';
import { tokenize, type Token } from './tokenize.ts';

/** Binary operators by precedence, lowest first (OData URL Conventions 4.01, section 5.1.1.14). */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['eq', 'ne'],
  ['gt', 'ge', 'lt', 'le', 'in', 'has'],
  ['add', 'sub'],
  ['mul', 'div', 'divby', 'mod'],
];
const OPERATORS = new Set(LEVELS.flat());
const UNSUPPORTED_FUNCTIONS = new Set(['any', 'all', 'isof', 'cast', 'hassubset', 'hassubsequence']);

/** Maximum nesting; deeper expressions come neither from persons nor from tools. */
const DEPTH_MAX = 60;
const PARTS_MAX = 1000;

/**
 * Parses the value of `$filter`, or an item of `$orderby`, into a tree. Names are validated later.
 * @throws QueryError with the position of the first unexpected character
 */
export function parseExpression(text: string): Expression {
  const parser = new Parser(tokenize(text));
  if (/^[ \t]/.test(text)) throw invalid('It begins with a space.', 0);
  const expression = parser.level(0, 0);
  parser.expectEnd();
  return expression;
}

class Parser {
  #next = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    if (tokens.length > PARTS_MAX) throw invalid(`It has more than ${PARTS_MAX} parts.`, tokens[PARTS_MAX]!.at);
  }

  expectEnd(): void {
    if (this.#token.kind !== 'end') throw this.#unexpected('an operator or the end');
  }

  level(level: number, depth: number): Expression {
    if (depth > DEPTH_MAX) throw invalid(`It is nested more than ${DEPTH_MAX} deep.`, this.#token.at);
    if (level === LEVELS.length) return this.#unary(depth);
    let left = this.level(level + 1, depth);
    for (;;) {
      const operator = this.#operatorOf(LEVELS[level]!);
      if (operator === null) return left;
      left = this.#combine(operator, left, level, depth);
    }
  }

  #combine(operator: string, left: Expression, level: number, depth: number): Expression {
    const { at } = this.#token;
    if (operator === 'has') throw unsupported('The operator ‘has’', at);
    this.#requireSpace();
    this.#next += 1;
    this.#requireSpace();
    if (operator === 'in') return { kind: 'in', at, operand: left, items: this.#list(depth + 1) };
    return { kind: 'binary', at, operator: operator as BinaryOperator, left, right: this.level(level + 1, depth) };
  }

  #unary(depth: number): Expression {
    if (depth > DEPTH_MAX) throw invalid(`It is nested more than ${DEPTH_MAX} deep.`, this.#token.at);
    const { at, kind } = this.#token;
    if (kind === 'sign' && this.#token.text === '-') {
      this.#next += 1;
      return { kind: 'negate', at, operand: this.#unary(depth + 1) };
    }
    if (kind === 'name' && this.#token.text.toLowerCase() === 'not') {
      this.#next += 1;
      if (!this.#token.space) this.#requireSpace();
      return { kind: 'not', at, operand: this.#unary(depth + 1) };
    }
    return this.#primary(depth);
  }

  #primary(depth: number): Expression {
    const token = this.#token;
    if (token.kind === 'literal') {
      this.#next += 1;
      return { kind: 'literal', type: token.type, text: token.text, at: token.at };
    }
    if (token.kind === 'name') return this.#nameOrCall(token.text, token.at, depth);
    if (token.kind === 'sign' && token.text === '(') {
      this.#next += 1;
      const inner = this.level(0, depth + 1);
      this.#take(')');
      return inner;
    }
    throw this.#unexpected('a value, a property or a function');
  }

  #nameOrCall(name: string, at: number, depth: number): Expression {
    this.#next += 1;
    if (!this.#isSign('(') || this.#token.space) return { kind: 'property', name, at };
    if (UNSUPPORTED_FUNCTIONS.has(name.toLowerCase())) throw unsupported(`The function ‘${name}’`, at);
    return { kind: 'call', name: name.toLowerCase(), at, args: this.#arguments(depth + 1) };
  }

  #arguments(depth: number): Expression[] {
    this.#take('(');
    const args: Expression[] = [];
    while (!this.#isSign(')')) {
      if (args.length > 0) this.#take(',');
      args.push(this.level(0, depth));
    }
    this.#take(')');
    return args;
  }

  /** Parses the operand of ‘in’: a non-empty list of literals in parentheses. */
  #list(depth: number): Expression[] {
    if (!this.#isSign('(')) throw this.#unexpected('a list in parentheses');
    const { at } = this.#token;
    const items = this.#arguments(depth);
    if (items.length === 0) throw invalid('The list is empty.', at);
    const nonLiteral = items.find(({ kind }) => kind !== 'literal');
    if (nonLiteral) throw unsupported('A list of anything but values', nonLiteral.at);
    return items;
  }

  #operatorOf(level: readonly string[]): string | null {
    const token = this.#token;
    const text = token.kind === 'name' ? token.text.toLowerCase() : '';
    return level.includes(text) ? text : null;
  }

  #take(sign: '(' | ')' | ','): void {
    if (!this.#isSign(sign)) throw this.#unexpected(`‘${sign}’`);
    this.#next += 1;
  }

  #isSign(sign: string): boolean {
    return this.#token.kind === 'sign' && this.#token.text === sign;
  }

  #requireSpace(): void {
    if (!this.#token.space) throw invalid('A space is missing here.', this.#token.at);
  }

  get #token(): Token {
    return this.#tokens[this.#next] ?? this.#tokens.at(-1)!;
  }

  #unexpected(expected: string) {
    const token = this.#token;
    const found = token.kind === 'end' ? 'the end' : `‘${token.text}’`;
    const hint = token.kind === 'name' && OPERATORS.has(token.text.toLowerCase()) ? ' (an operator)' : '';
    return invalid(`Expected ${expected}, found ${found}${hint}.`, token.at);
  }
}
