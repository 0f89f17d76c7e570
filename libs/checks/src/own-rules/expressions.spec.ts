import fc from 'fast-check';
import { isDate } from '@tallgrunn/values';
import type { ExpressionFields, RowValues, Value } from './compile-expression.ts';
import { compileExpression } from './compile-expression.ts';
import { compileRule, ruleTable } from './compile-rule.ts';
import { findDecimalComma } from './decimal-comma.ts';
import type { Expression, Literal } from './expression.ts';
import { functionNames, functions } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { printExpression } from './print-expression.ts';

const columns = [
  { name: 'quantity', type: 'number' },
  { name: 'unit price', type: 'number' },
  { name: 'unit', type: 'string' },
  { name: 'and', type: 'string' },
  { name: 'deliveredOn', type: 'date' },
  { name: 'ordered]On', type: 'date' },
] as const;
const table = ruleTable('lines', columns);
const fields: ExpressionFields = table.fields;

/** Removes the positions, which printing changes. */
const withoutPositions = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node, (name, value: unknown) => (name === 'at' ? undefined : value)));

const at = 0;
const number = fc
  .tuple(fc.nat(99_999), fc.nat(999))
  .map(([whole, part]) => `${whole}${part % 3 === 0 ? '' : `.${part}`}`);
const text = fc.oneof(fc.constantFrom('kg', ' KG', 'Stk', 'a "b"', 'é', ''), fc.string({ maxLength: 5 }));
const day = fc.constantFrom('2026-03-01', '2024-02-29', '2026-12-31', '1999-07-15');
const fieldOf = (type: string) =>
  fc
    .constantFrom(...columns.filter((each) => each.type === type).map(({ name }) => name))
    .map((name): Expression => ({ kind: 'field', name, at }));
const textLiteral = (values: fc.Arbitrary<string>) => values.map((value): Expression => ({ kind: 'text', value, at }));
const call = (name: keyof typeof functions, ...parameters: fc.Arbitrary<Expression>[]) =>
  fc.tuple(...parameters).map((all): Expression => ({ kind: 'call', name, parameters: all, at }));
const both = (operators: readonly string[], left: fc.Arbitrary<Expression>, right: fc.Arbitrary<Expression>) =>
  fc
    .tuple(fc.constantFrom(...operators), left, right)
    .map(([operator, a, b]) => ({ kind: 'binary', operator, left: a, right: b, at }) as Expression);
const among = (value: fc.Arbitrary<Expression>, literal: fc.Arbitrary<Literal>) =>
  fc
    .tuple(value, fc.array(literal, { minLength: 1, maxLength: 3 }))
    .map(([each, list]): Expression => ({ kind: 'in', value: each, list, at }));
const order = ['=', '!=', '<', '<=', '>', '>='];

/** Draws well-typed conditions of all forms. */
const drawn = fc.letrec<{ number: Expression; string: Expression; date: Expression; boolean: Expression }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    number.map((value): Expression => ({ kind: 'number', value, at })),
    fieldOf('number'),
    both(['+', '-', '*', '/'], tie('number'), tie('number')),
    tie('number').map((operand): Expression => ({ kind: 'unary', operator: '-', operand, at })),
    call('abs', tie('number')),
    call(
      'round',
      tie('number'),
      fc.nat(4).map((n): Expression => ({ kind: 'number', value: String(n), at })),
    ),
    call('length', tie('string')),
    call('month', tie('date')),
    call('year', tie('date')),
    call('days', tie('date'), tie('date')),
  ),
  string: fc.oneof(fieldOf('string'), textLiteral(text)),
  date: fieldOf('date'),
  boolean: fc.oneof(
    { maxDepth: 4 },
    both(order, tie('number'), tie('number')),
    both(order, tie('date'), fc.oneof(tie('date'), textLiteral(day))),
    both(['=', '!='], tie('string'), tie('string')),
    both(['and', 'or'], tie('boolean'), tie('boolean')),
    tie('boolean').map((operand): Expression => ({ kind: 'unary', operator: 'not', operand, at })),
    fc
      .tuple(tie('boolean'), tie('boolean'))
      .map(([condition, then]): Expression => ({ kind: 'if', condition, then, at })),
    among(
      tie('number'),
      number.map((value): Literal => ({ kind: 'number', value: `-${value}`, at })),
    ),
    among(
      tie('string'),
      text.map((value): Literal => ({ kind: 'text', value, at })),
    ),
    call('isEmpty', fieldOf('string')),
    call('contains', tie('string'), tie('string')),
    call('startsWith', tie('string'), tie('string')),
    call('endsWith', tie('string'), tie('string')),
  ),
}));

const rows = fc.tuple(
  ...columns.map(({ type }) =>
    fc.oneof(fc.constant(''), type === 'number' ? number.map((value) => `-${value}`) : type === 'date' ? day : text),
  ),
);
const rowOf = (values: readonly string[]): RowValues => ({
  value: (field) => values[field]!,
  isEmpty: (field) => values[field]! === '',
});

/** Evaluates on exact fractions, independent of the decimals and closures of the product. */
type Fraction = { readonly n: bigint; readonly d: bigint };
type Slow = Fraction | string | boolean | null;
const fraction = (value: string): Fraction => {
  const [whole, part = ''] = value.replace('-', '').split('.');
  const n = BigInt(`${whole}${part}`);
  return { n: value.startsWith('-') ? -n : n, d: 10n ** BigInt(part.length) };
};
const roundTo = ({ n, d }: Fraction, decimals: number): Fraction => {
  const scale = 10n ** BigInt(decimals);
  const [top, below] = d < 0n ? [-n * scale, -d] : [n * scale, d];
  const size = top < 0n ? -top : top;
  const up = (size * 2n + below) / (below * 2n);
  return { n: top < 0n ? -up : up, d: scale };
};
const difference = (a: Fraction, b: Fraction): bigint => a.n * b.d - b.n * a.d;
const fold = (value: string): string => value.trim().toLowerCase();

function slow(node: Expression, values: readonly string[]): Slow {
  const of = (each: Expression): Slow => slow(each, values);
  switch (node.kind) {
    case 'number':
      return fraction(node.value);
    case 'text':
      return node.value;
    case 'field': {
      const value = values[columns.findIndex(({ name }) => name === node.name)]!;
      return value === ''
        ? null
        : columns.find(({ name }) => name === node.name)!.type === 'number'
          ? fraction(value)
          : value;
    }
    case 'unary': {
      const value = of(node.operand);
      if (value === null) return null;
      return node.operator === 'not' ? !value : { n: -(value as Fraction).n, d: (value as Fraction).d };
    }
    case 'if':
      return slow(
        {
          kind: 'binary',
          operator: 'or',
          left: { kind: 'unary', operator: 'not', operand: node.condition, at },
          right: node.then,
          at,
        },
        values,
      );
    case 'in': {
      const value = of(node.value);
      if (value === null) return null;
      return node.list.some((each) =>
        typeof value === 'string'
          ? fold(value) === fold(each.value)
          : difference(value as Fraction, fraction(each.value)) === 0n,
      );
    }
    case 'call':
      return slowCall(node, values);
    case 'binary':
      return slowBinary(node.operator, of(node.left), of(node.right));
  }
}

function slowBinary(operator: string, a: Slow, b: Slow): Slow {
  if (operator === 'and') return a === false || b === false ? false : a === null || b === null ? null : true;
  if (operator === 'or') return a === true || b === true ? true : a === null || b === null ? null : false;
  if (a === null || b === null) return null;
  if (typeof a === 'object' && typeof b === 'object') {
    if (operator === '+') return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
    if (operator === '-') return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
    if (operator === '*') return { n: a.n * b.n, d: a.d * b.d };
    if (operator === '/') return b.n === 0n ? null : roundTo({ n: a.n * b.d, d: a.d * b.n }, 12);
  }
  const isDay = isDate(String(a)) && isDate(String(b));
  const sign =
    typeof a === 'object' && typeof b === 'object'
      ? difference(a, b)
      : isDay
        ? BigInt(Date.parse(a as string) - Date.parse(b as string))
        : fold(a as string) === fold(b as string)
          ? 0n
          : 1n;
  return { '=': sign === 0n, '!=': sign !== 0n, '<': sign < 0n, '<=': sign <= 0n, '>': sign > 0n, '>=': sign >= 0n }[
    operator
  ]!;
}

function slowCall({ name, parameters }: Extract<Expression, { kind: 'call' }>, values: readonly string[]): Slow {
  const [a, b] = parameters.map((each) => slow(each, values)) as [Slow, Slow];
  if (name === 'isEmpty') return a === null;
  if (a === null || b === null) return null;
  const whole = (value: number): Fraction => ({ n: BigInt(value), d: 1n });
  if (name === 'abs')
    return { n: (a as Fraction).n < 0n ? -(a as Fraction).n : (a as Fraction).n, d: (a as Fraction).d };
  if (name === 'round') return roundTo(a as Fraction, Number((b as Fraction).n));
  const [one, other] = [a as string, b as string];
  if (name === 'length') return whole(Array.from(one).length);
  if (name === 'month') return whole(new Date(one).getUTCMonth() + 1);
  if (name === 'year') return whole(new Date(one).getUTCFullYear());
  if (name === 'days') return whole((Date.parse(other) - Date.parse(one)) / 86_400_000);
  if (name === 'contains') return fold(one).split(fold(other)).length > 1 || fold(other) === '';
  const [long, part] = [fold(one), fold(other)];
  return name === 'startsWith'
    ? long.slice(0, part.length) === part
    : long.slice(long.length - part.length) === part && part.length <= long.length;
}

const nodesOf = (node: object): number => JSON.stringify(node).split('"kind":').length - 1;
const small = drawn.boolean.filter((node) => nodesOf(node) <= 150 && printExpression(node).length <= 900);

describe('expressions of own rules', () => {
  it('are the same after they are printed and parsed', () => {
    fc.assert(
      fc.property(small, (node) => {
        expect(withoutPositions(parseExpression(printExpression(node)))).toEqual(withoutPositions(node));
      }),
      { numRuns: 500 },
    );
  });

  it('have the value that an independent evaluation gives', () => {
    fc.assert(
      fc.property(small, rows, (node, values) => {
        expect(compileExpression(node, fields).run(rowOf(values))).toBe(slow(node, values) as Value);
      }),
      { numRuns: 1000 },
    );
  });

  it('never fail on a row, whatever is in it', () => {
    const anything = fc.array(fc.oneof(number, day, fc.string({ unit: 'binary' })), { minLength: 6, maxLength: 6 });
    const typed = (values: readonly string[]): string[] =>
      values.map((value, index) => (columns[index]!.type === 'number' && !/^\d+(\.\d+)?$/.test(value) ? '' : value));
    fc.assert(
      fc.property(small, anything, (node, values) => {
        expect([true, false, null]).toContain(compileExpression(node, fields).run(rowOf(typed(values))));
      }),
      { numRuns: 500 },
    );
  });

  it('never throw for any text, and name a place within it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'()[]",.+-*/=<>',
        ' and ',
        ' or ',
        ' not ',
        ' in ',
        'if ',
        ' then ',
        'quantity',
        'unit',
        '12',
        '"a"',
      ),
      fc.constantFrom(...functionNames),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        (written) => {
          const compilation = compileRule(written, [table]);
          if (compilation.ok) return;
          const { at: place } = compilation.problem.params;
          if (place !== undefined) expect(Number(place)).toBeLessThanOrEqual([...written].length + 1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['parentheses', '('.repeat(500) + 'quantity' + ')'.repeat(490), 'rule-too-deep'],
    ['minus signs', '-'.repeat(900) + 'quantity > 0', 'rule-too-deep'],
    ['negations', 'not '.repeat(240) + 'quantity > 0', 'rule-too-deep'],
    ['functions', 'abs('.repeat(240), 'rule-too-deep'],
    ['sums', 'quantity' + '+1'.repeat(400) + ' > 0', 'rule-too-large'],
    ['a list', `quantity in (${Array(250).fill('1').join(',')})`, 'rule-too-large'],
    ['length', 'quantity > 0'.padEnd(1_000_000), 'rule-too-long'],
    ['text', `unit = "${'a'.repeat(900)}`, 'rule-text-open'],
    ['a number', `quantity > ${'9'.repeat(900)}`, 'rule-digits'],
    ['a prototype', 'constructor(unit)', 'rule-function-unknown'],
    ['a prototype as field', '__proto__ = "a"', 'rule-field-unknown'],
  ])('refuse hostile %s', (_, written, code) => {
    expect(compileRule(written, [table])).toMatchObject({ ok: false, problem: { code } });
  });

  it('give the largest product that fits, in bounded time', () => {
    const compilation = compileRule(`${Array(90).fill('quantity').join('*')} > 0`, [table]);
    if (!compilation.ok) throw new Error(compilation.problem.code);
    const values = ['9999999999999.9999999999', '', '', '', '', ''];
    expect(compilation.byTable.get('lines')!.run(rowOf(values))).toBe(true);
  });

  it.each([
    [
      'quantity > 12,5',
      { code: 'rule-decimal-comma', params: { at: 14, found: '12,5', decimal: '12.5', values: '12, 5' } },
    ],
    [
      'abs(quantity - 0,5) > 1',
      { code: 'rule-decimal-comma', params: { at: 17, found: '0,5', decimal: '0.5', values: '0, 5' } },
    ],
    ['quantity > 12, 5', { code: 'rule-expected', params: { at: 14, found: ',', expected: 'expected-operator' } }],
    ['quantity > 1,234.5', { code: 'rule-expected', params: { at: 13, found: ',', expected: 'expected-operator' } }],
    ['quantity >', { code: 'rule-expected', params: { at: 11, found: '', expected: 'expected-value' } }],
    ['1 < quantity < 3', { code: 'rule-expected', params: { at: 14, found: '<', expected: 'expected-joined' } }],
    ['unit in "kg"', { code: 'rule-expected', params: { at: 9, found: '"kg"', expected: 'expected-list' } }],
    ['unit < "kg"', { code: 'rule-type', params: { at: 1, found: 'string', expected: 'number' } }],
    ['deliveredOn = unit', { code: 'rule-type', params: { at: 15, found: 'string', expected: 'date' } }],
    ['quantity', { code: 'rule-type', params: { at: 1, found: 'number', expected: 'expected-condition' } }],
    ['"2026-03-32" < deliveredOn', { code: 'rule-date', params: { at: 1, found: '2026-03-32' } }],
    [
      'round(quantity, 11) = 1',
      { code: 'rule-expected', params: { at: 17, found: '', expected: 'expected-decimals' } },
    ],
  ])('describe what is wrong with %s, and where', (written, problem) => {
    expect(compileRule(written, [table])).toEqual({ ok: false, problem });
  });

  it.each(['quantity in (1,5)', 'round(quantity,2) = 1'])('read %s in published terms as two values', (written) => {
    expect(compileRule(written, [table]).ok).toBe(true);
  });

  it('find no decimal comma in text, between values with a space, or next to a point', () => {
    for (const written of [
      'unit = "1,5"',
      '[1,5] = 1',
      'quantity in (1, 5)',
      'quantity in (1.5,2.5)',
      'round(x,2) = 1',
    ])
      expect([written, findDecimalComma(written)]).toEqual([written, null]);
  });

  it.each([
    ['[and] = "x"', 'x', true],
    ['and = "x"', 'x', null],
    ['unit ≠ "kg"', 'x', true],
  ])('read %s', (written, value, expected) => {
    const compilation = compileRule(written, [table]);
    expect(compilation.ok ? compilation.byTable.get('lines')!.run(rowOf(['', '', value, value, '', ''])) : null).toBe(
      expected,
    );
  });
});
