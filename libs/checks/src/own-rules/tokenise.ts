import { ExpressionError, expressionLimits, operatorWords } from './expression.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'word' | 'symbol' | 'end';
  /** the value of a text or name, without its quotes; otherwise as written */
  readonly text: string;
  /** as written, for messages */
  readonly written: string;
  /** 1-based */
  readonly at: number;
  /** a name in square brackets is never a function */
  readonly quoted?: true;
}

/** Other ways to write an operator. */
const aliases: Readonly<Record<string, string>> = { '<>': '!=', '≠': '!=', '≤': '<=', '≥': '>=', '×': '*', '−': '-' };
const symbolsOfTwo = new Set(['<=', '>=', '!=', '<>']);
const symbols = new Set([...'=<>+-*/(),≠≤≥×−']);
const SHOWN_MAX = 40;

const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isNameStart = (character: string): boolean => /^[\p{L}_]$/u.test(character);
const isNamePart = (character: string): boolean => /^[\p{L}\p{M}\p{N}_]$/u.test(character);

/** Reads the characters of one expression from left to right. Each is read once. */
class Scanner {
  readonly #characters: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  *tokens(): Generator<Token> {
    for (;;) {
      while (/^\s$/u.test(this.#peek())) this.#next += 1;
      const start = this.#next;
      const first = this.#peek();
      if (first === '') return yield { kind: 'end', text: '', written: '', at: start + 1 };
      if (isDigit(first)) yield this.#number(start);
      else if (isNameStart(first)) yield this.#name(start);
      else if (first === '"') yield this.#quoted(start, '"', 'text');
      else if (first === '[') yield this.#quoted(start, ']', 'name');
      else yield this.#symbol(start, first);
    }
  }

  #peek(ahead = 0): string {
    return this.#characters[this.#next + ahead] ?? '';
  }

  #written(start: number): string {
    return this.#characters.slice(start, this.#next).join('');
  }

  #number(start: number): Token {
    const digits = (): number => {
      const from = this.#next;
      while (isDigit(this.#peek())) this.#next += 1;
      return this.#next - from;
    };
    const whole = digits();
    let decimals = 0;
    if (this.#peek() === '.' && isDigit(this.#peek(1))) {
      this.#next += 1;
      decimals = digits();
    }
    const written = this.#written(start);
    if (whole > expressionLimits.digitsMax || decimals > expressionLimits.decimalsMax)
      throw new ExpressionError('rule-digits', { at: start + 1, found: written.slice(0, SHOWN_MAX) });
    return { kind: 'number', text: written, written, at: start + 1 };
  }

  #name(start: number): Token {
    while (isNamePart(this.#peek())) this.#next += 1;
    const text = this.#written(start);
    return { kind: operatorWords.has(text) ? 'word' : 'name', text, written: text, at: start + 1 };
  }

  /** Reads until `end`; a doubled `end` is one of its characters. */
  #quoted(start: number, end: string, kind: 'text' | 'name'): Token {
    const parts: string[] = [];
    for (this.#next += 1; this.#peek() !== ''; this.#next += 1) {
      const character = this.#peek();
      if (character === end && this.#peek(1) !== end) {
        this.#next += 1;
        const written = this.#written(start);
        return { kind, text: parts.join(''), written, at: start + 1, ...(kind === 'name' && { quoted: true }) };
      }
      if (character === end) this.#next += 1;
      parts.push(character);
    }
    throw new ExpressionError('rule-text-open', {
      at: start + 1,
      found: this.#written(start).slice(0, SHOWN_MAX),
      expected: end,
    });
  }

  #symbol(start: number, first: string): Token {
    const two = first + this.#peek(1);
    const written = symbolsOfTwo.has(two) ? two : first;
    if (!symbols.has(first) && written === first)
      throw new ExpressionError('rule-character', { at: start + 1, found: first });
    this.#next += written.length;
    return { kind: 'symbol', text: aliases[written] ?? written, written, at: start + 1 };
  }
}

/** Splits an expression into tokens; the last is the end. @throws ExpressionError */
export function tokenise(text: string): readonly Token[] {
  const { charactersMax } = expressionLimits;
  if (text.length > charactersMax) throw new ExpressionError('rule-too-long', { maximum: charactersMax });
  return [...new Scanner(text).tokens()];
}
