import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Expression } from './expression.ts';
import { literalType } from './literals.ts';
import { parseExpression } from './parse-expression.ts';
import { parseQuery } from './parse-query.ts';
import { parseResource } from './parse-resource.ts';
import { QueryError } from './query-error.ts';

/** Formats a tree as text with all parentheses, to compare how it was parsed. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return expression.type === 'string' ? `'${expression.text.replaceAll("'", "''")}'` : expression.text;
    case 'property':
      return expression.name;
    case 'call':
      return `${expression.name}(${expression.args.map(shown).join(',')})`;
    case 'not':
      return `(not ${shown(expression.operand)})`;
    case 'negate':
      return `(- ${shown(expression.operand)})`;
    case 'in':
      return `(${shown(expression.operand)} in (${expression.items.map(shown).join(',')}))`;
    case 'binary':
      return `(${shown(expression.left)} ${expression.operator} ${shown(expression.right)})`;
  }
}

const errorOf = (work: () => unknown): QueryError | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
};

describe('parseExpression', () => {
  it.each([
    ['A eq 1 or B eq 2 and C eq 3', '((A eq 1) or ((B eq 2) and (C eq 3)))'],
    ['not A and B', '((not A) and B)'],
    ['A add 2 mul 3 sub -B gt 4', '(((A add (2 mul 3)) sub (- B)) gt 4)'],
    ["contains(tolower(Name),'o''neil')", "contains(tolower(Name),'o''neil')"],
    ["State in ('a', 'b') eq true", "((State in ('a','b')) eq true)"],
    ['PurchasedOn ge 2026-01-01', '(PurchasedOn ge 2026-01-01)'],
    ['not (A eq null)', '(not (A eq null))'],
  ])('%s', (text, expected) => {
    expect(shown(parseExpression(text))).toBe(expected);
  });

  it.each([
    ['A eq', 4],
    ['A eq eq 2', 8],
    ['(A eq 1', 7],
    ["Name eq 'open", 8],
    ['Amount gt 1,5', 11],
    ['PurchasedOn eq 2026-02-30', 15],
    ['A in ()', 5],
    ['A == 1', 2],
    [`${'('.repeat(100)}A${')'.repeat(100)}`, 61],
  ])('reports the position of the error in %s', (text, at) => {
    const error = errorOf(() => parseExpression(text));
    expect(error).toMatchObject({ kind: 'invalid', at });
  });

  it('parses any tree from its text form', () => {
    const leaf = fc.oneof(
      fc
        .integer()
        .map((value): Expression => ({ kind: 'literal', type: 'number', text: String(Math.abs(value)), at: 0 })),
      fc.string({ maxLength: 8 }).map((text): Expression => ({ kind: 'literal', type: 'string', text, at: 0 })),
      fc.constantFrom('Amount', 'Navn_æ').map((name): Expression => ({ kind: 'property', name, at: 0 })),
    );
    const tree = fc.letrec<{ node: Expression }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc
          .tuple(
            fc.constantFrom('and', 'or', 'eq', 'lt', 'add', 'mul') as fc.Arbitrary<'and'>,
            tie('node'),
            tie('node'),
          )
          .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, at: 0 })),
        tie('node').map((operand): Expression => ({ kind: 'not', operand, at: 0 })),
        fc
          .array(tie('node'), { minLength: 1, maxLength: 3 })
          .map((args): Expression => ({ kind: 'call', name: 'concat', args, at: 0 })),
      ),
    })).node;
    fc.assert(fc.property(tree, (expression) => shown(parseExpression(shown(expression))) === shown(expression)));
  });
});

describe('parseQuery', () => {
  it('reads the options of a table, with or without the dollar sign', () => {
    const query = parseQuery(
      "$select=A,B&$filter=A%20eq%20'x%26y'&orderby=B+desc,A&$top=5&$skip=10&$count=true&other=1",
    );
    expect(query).toMatchObject({ select: ['A', 'B'], top: 5, skip: 10, count: true });
    expect(shown(query.filter!)).toBe("(A eq 'x&y')");
    expect(query.orderBy.map(({ isDescending }) => isDescending)).toEqual([true, false]);
  });

  it.each([
    ['$top=many', '$top'],
    ['$expand=Lines', '$expand'],
    ['$filter=A eq 1&$filter=B eq 2', '$filter'],
    ['$orderby=A,,B', '$orderby'],
    ['$unknown=1', '$unknown'],
    ['$select=A b', '$select'],
    ['$filter=%E0%A4%A', null],
  ])('rejects %s and names the option', (text, option) => {
    expect(errorOf(() => parseQuery(text))).toMatchObject({ option });
  });

  it('preserves the plus sign of an offset', () => {
    expect(shown(parseQuery('$filter=At+gt+2026-03-01T00:00:00+01:00').filter!)).toBe(
      '(At gt 2026-03-01T00:00:00+01:00)',
    );
  });
});

describe('parseResource', () => {
  it('parses one value, several by name, and texts with commas and quotation marks', () => {
    expect(parseResource('Agreements')).toEqual({ set: 'Agreements', key: null });
    expect(
      parseResource("CombinedLines(BuyerId=01234567-89ab-cdef-0123-456789abcdef,LineKey='a,''b')").key,
    ).toMatchObject([
      ['BuyerId', { type: 'guid' }],
      ['LineKey', { type: 'string', text: "a,'b" }],
    ]);
  });

  it.each(['Agreements(', 'Agreements()', 'Agreements(Id=)', 'Agreements(a b)', 'Agreements(1;2)'])(
    'rejects %s',
    (text) => {
      expect(errorOf(() => parseResource(text))).not.toBeNull();
    },
  );
});

interface TestCase {
  readonly Name: string;
  readonly Rule: string;
  readonly Input: string;
  readonly FailAt?: number;
}

const folder = path.resolve(__dirname, '../../../../../../shared/data/11-odata');
const casesFile = path.join(folder, 'odata-abnf-testcases-part.yaml');
const cases: TestCase[] = existsSync(casesFile) ? parse(readFileSync(casesFile, 'utf8')).TestCases : [];
const whenThere = cases.length > 0 ? describe : describe.skip;

const ofOption = (input: string): unknown => parseQuery(input.replace(/ /g, '%20').replace(/\t/g, '%09'));
const ofLiteral =
  (type: string) =>
  (input: string): void => {
    if (literalType(input) !== type) throw new QueryError('invalid', 'no literal', 0);
  };

/** The grammar rules that the feed supports, with their parsers. */
const readers: Readonly<Record<string, (input: string) => unknown>> = {
  commonExpr: (input) => parseExpression(decodeURIComponent(input)),
  boolCommonExpr: (input) => parseExpression(decodeURIComponent(input)),
  filter: ofOption,
  orderby: ofOption,
  orderBy: ofOption,
  select: ofOption,
  queryOptions: ofOption,
  systemQueryOption: ofOption,
  skiptoken: ofOption,
  date: ofLiteral('date'),
  dateTimeOffsetValue: ofLiteral('instant'),
  decimalValue: ofLiteral('number'),
  guid: ofLiteral('guid'),
};

whenThere('the test cases of OASIS for the rules that the feed has', () => {
  const ours = cases.filter(({ Rule }) => Rule in readers);
  const outcome = ({ Rule, Input }: TestCase): 'read' | 'invalid' | 'unsupported' =>
    errorOf(() => readers[Rule]!(Input))?.kind ?? 'read';

  it('are parsed or reported as unsupported; none is reported as invalid', () => {
    const positive = ours.filter(({ FailAt, Rule }) => FailAt === undefined && !LITERALS.includes(Rule));
    expect(positive.length).toBeGreaterThan(150);
    expect(
      positive.filter((each) => outcome(each) === 'invalid').map(({ Rule, Input }) => `${Rule}: ${Input}`),
    ).toEqual([]);
    expect(positive.filter((each) => outcome(each) === 'read').length).toBeGreaterThan(60);
  });

  it('are all rejected when invalid', () => {
    const negative = ours.filter(({ FailAt }) => FailAt !== undefined);
    expect(negative.length).toBeGreaterThan(15);
    expect(negative.filter((each) => outcome(each) === 'read').map(({ Rule, Input }) => `${Rule}: ${Input}`)).toEqual(
      [],
    );
  });
});

const LITERALS = ['date', 'dateTimeOffsetValue', 'decimalValue', 'guid'];
