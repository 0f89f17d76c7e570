import { exampleTerms } from '../examples/example-terms.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { readTerms } from '../read-documents.ts';
import type { Terms } from '../terms.ts';
import { lintTerms } from './lint-terms.ts';
import { describeTermsProblem } from './describe-terms-problem.ts';
import { ownRuleCases, withRule } from './testing/own-rule-cases.ts';
import { lintNb } from './texts/lint-nb.ts';

const goods = quarterlyGoods();
const [lines] = goods.tables;
const field = (name: string, change: object) => ({
  ...goods,
  tables: [{ ...lines, fields: lines!.fields.map((each) => (each.name === name ? { ...each, ...change } : each)) }],
});
const withField = (change: object) => ({
  ...goods,
  tables: [{ ...lines, fields: [...lines!.fields, { name: 'own', type: 'string', ...change }] }],
});
const own = `/tables/0/fields/${lines!.fields.length}`;
const list = (change: object) => ({
  ...goods,
  lists: [{ name: 'units', parent: 'lot', child: 'unit', values: { '1': ['stk'] }, ...change }],
});
const without = (...roles: string[]) => ({
  ...goods,
  tables: [{ ...lines, fields: lines!.fields.filter(({ name }) => !roles.includes(name)) }],
});
const due = (dates: string[], frequency = 'quarter') => ({ ...goods, frequency, due: { kind: 'fixed-dates', dates } });
const place = (name: string): string => `/tables/0/fields/${lines!.fields.findIndex((each) => each.name === name)}`;
const key = (fields: string[], to: object) => ({
  ...goods,
  tables: [{ ...lines, foreignKeys: [{ fields, reference: to }] }],
});

const cases: readonly [code: string, path: string, terms: object][] = [
  ['form-type', '/graceDays', { ...goods, graceDays: 'two' }],
  ['form-required', '/vat', { ...goods, vat: undefined }].map((each) =>
    typeof each === 'object' ? JSON.parse(JSON.stringify(each)) : each,
  ) as [string, string, object],
  ['form-unknown', '/colour', { ...goods, colour: 'red' }],
  ['form-value', '/vat', { ...goods, vat: 'maybe' }],
  ['form-pattern', '/currency', { ...goods, currency: 'kr' }],
  ['form-range', '/graceDays', { ...goods, graceDays: -1 }],
  ['form-length', '/id', { ...goods, id: '' }],
  ['form-none-fits', '/title', { ...goods, title: { en: 'Goods' } }],
  ['table-twice', '/tables/1/name', { ...goods, tables: [lines, lines] }],
  ['sheet-twice', '/tables/0/sheets/1', { ...goods, tables: [{ ...lines, sheets: ['Salg', 'salg '] }] }],
  ['field-twice', `${own}/name`, withField({ name: 'lot', title: 'Annet' })],
  ['role-unknown', `${own}/role`, withField({ role: 'prise' })],
  ['role-twice', `${own}/role`, withField({ role: 'amount', type: 'number', title: 'Annet' })],
  ['role-type', `${place('amount')}/type`, field('amount', { type: 'date' })],
  ['role-missing', '/tables', without('buyer', 'buyerOrgNumber')],
  ['basis-missing', '/basis', without('deliveredOn')],
  ['field-unknown', '/lists/0/parent', list({ parent: 'district' })],
  ['field-unknown', '/lists/0/child', list({ child: 'size' })],
  ['field-unknown', '/tables/0/foreignKeys/0/fields/0', key(['district'], { table: 'lines', fields: ['lot'] })],
  ['table-unknown', '/lists/0/table', list({ table: 'orders' })],
  ['table-unknown', '/tables/0/foreignKeys/0/reference/table', key(['lot'], { table: 'orders', fields: ['lot'] })],
  ['key-width', '/tables/0/foreignKeys/0/fields', key(['lot'], { table: 'lines', fields: ['lot', 'unit'] })],
  ['duplicate-heading', `${own}/title`, withField({ title: 'Varenummer' })],
  ['synonym-twice', `${own}/synonyms/1`, withField({ synonyms: ['Størrelse', 'størrelse'] })],
  ['constraint-type', `${own}/constraints/minimum`, withField({ constraints: { minimum: 1 } })],
  ['constraint-type', `${own}/decimalChar`, withField({ decimalChar: ',' })],
  [
    'minimum-over-maximum',
    `${own}/constraints/minimum`,
    withField({ type: 'number', constraints: { minimum: 2, maximum: 1 } }),
  ],
  ['length-over-length', `${own}/constraints/minLength`, withField({ constraints: { minLength: 5, maxLength: 4 } })],
  ['pattern-invalid', `${own}/constraints/pattern`, withField({ constraints: { pattern: '(' } })],
  ['pattern-unsupported', `${own}/constraints/pattern`, withField({ constraints: { pattern: '(?=a)a' } })],
  ['pattern-too-large', `${own}/constraints/pattern`, withField({ constraints: { pattern: 'a'.repeat(501) } })],
  ['enum-empty', `${own}/constraints/enum`, withField({ constraints: { enum: [] } })],
  ['enum-twice', `${own}/constraints/enum/1`, withField({ constraints: { enum: ['ja', 'Ja'] } })],
  ['enum-type', `${own}/constraints/enum/0`, withField({ type: 'integer', constraints: { enum: ['ja'] } })],
  ['enum-pattern', `${own}/constraints/enum/0`, withField({ constraints: { enum: ['ja'], pattern: '\\d' } })],
  ['enum-length', `${own}/constraints/enum/0`, withField({ constraints: { enum: ['ja'], maxLength: 1 } })],
  ...ownRuleCases,
  ['list-twice', '/lists/1/name', { ...goods, lists: [...list({}).lists, ...list({}).lists] }],
  ['list-form', '/lists/0', list({ values: undefined })],
  ['list-form', '/lists/0', list({ parents: ['lot'] })],
  ['list-itself', '/lists/0/child', list({ child: 'lot' })],
  [
    'list-circle',
    '/lists/0',
    { ...goods, lists: [...list({}).lists, { name: 'back', parent: 'unit', child: 'lot', values: { stk: ['1'] } }] },
  ],
  [
    'list-apart',
    '/lists/0',
    {
      ...goods,
      tables: [lines, { name: 'orders', fields: [{ name: 'size', type: 'string' }] }],
      lists: list({ child: 'size' }).lists,
    },
  ],
  ['list-empty', '/lists/0', list({ values: {} })],
  [
    'list-key-outside',
    '/lists/0/values/1',
    { ...field('lot', { constraints: { enum: ['2'] } }), lists: list({}).lists },
  ],
  [
    'list-value-outside',
    '/lists/0/values/1',
    { ...field('unit', { constraints: { enum: ['kg'] } }), lists: list({}).lists },
  ],
  ['list-values-empty', '/lists/0/values/1', list({ values: { 1: [] } })],
  ['list-value-twice', '/lists/0/values/1/1', list({ values: { 1: ['stk', 'STK'] } })],
  [
    'case-twice',
    '/lists/0/cases/1',
    {
      ...goods,
      lists: [
        {
          name: 'units',
          parents: ['lot'],
          child: 'unit',
          cases: [
            { when: ['1'], values: ['stk'] },
            { when: ['1'], values: ['kg'] },
          ],
        },
      ],
    },
  ],
  [
    'case-width',
    '/lists/0/cases/0/when',
    {
      ...goods,
      lists: [
        { name: 'units', parents: ['lot', 'itemName'], child: 'unit', cases: [{ when: ['1'], values: ['stk'] }] },
      ],
    },
  ],
  ['due-date-twice', '/due/dates/4', due(['04-20', '08-05', '10-20', '01-20', '04-20'])],
  ['due-date-impossible', '/due/dates/0', due(['02-30', '04-20', '08-05', '10-20', '01-20'])],
  ['due-date-impossible', '/due/dates/0', due(['13-01', '04-20', '08-05', '10-20', '01-20'])],
  ['due-date-lacking', '/due/dates', due(['04-20'])],
  ['due-before-end', '/due/dates/0', due(['03-20', '06-20', '09-20', '12-20'])],
  ['due-before-end', '/due/days', { ...goods, due: { kind: 'working-days', days: 0 } }],
  ['period-kind', '/period', { ...goods, period: '2026-03' }],
  ['check-twice', '/checks/1/id', { ...goods, checks: [{ id: 'column-renamed' }, { id: 'column-renamed' }] }],
  ['check-unknown', '/checks/0/id', { ...goods, checks: [{ id: 'price-too-nice' }] }],
  ['partly-unused', '/partlyAccepted', { ...goods, quarantine: 'must-be-right', partlyAccepted: 'delivered' }],
  ['override-impossible', '/checks/0/overridable', { ...goods, checks: [{ id: 'not-a-number', overridable: true }] }],
  ['override-unused', '/checks/0/overridable', { ...goods, checks: [{ id: 'price-above-agreed', overridable: true }] }],
  [
    'check-without-column',
    '/checks/0',
    { ...without('unitPrice'), checks: [{ id: 'negative-price', severity: 'blocksRow' }] },
  ],
  [
    'param-unknown',
    '/checks/0/params/tolerance',
    { ...goods, checks: [{ id: 'price-above-agreed', params: { tolerance: 1 } }] },
  ],
  [
    'param-type',
    '/checks/0/params/tolerancePercent',
    { ...goods, checks: [{ id: 'price-above-agreed', params: { tolerancePercent: 'one' } }] },
  ],
  [
    'param-negative',
    '/checks/0/params/tolerancePercent',
    { ...goods, checks: [{ id: 'price-above-agreed', params: { tolerancePercent: -1 } }] },
  ],
  ['sanction-without-amount', '/sanction/amount', { ...goods, sanction: { kind: 'day-fine', per: 'week' } }],
  ['sanction-without-per', '/sanction/per', { ...goods, sanction: { kind: 'day-fine', amount: 1000 } }],
  ['sanction-amount-unused', '/sanction/amount', { ...goods, sanction: { kind: 'none', amount: 1000 } }],
  ['sanction-cap', '/sanction/cap', { ...goods, sanction: { kind: 'day-fine', amount: 1000, per: 'week', cap: 100 } }],
  [
    'lot-unknown',
    '/declarations/0/lots/0',
    {
      ...field('lot', { constraints: { enum: ['1'] } }),
      declarations: [{ share: 0.5, of: 'items', by: '2027-01-01', standards: ['EN 15804+A2'], lots: ['7'] }],
    },
  ],
  [
    'date-impossible',
    '/declarations/0/by',
    { ...goods, declarations: [{ share: 0.5, of: 'items', by: '2027-02-30', standards: ['EN 15804+A2'] }] },
  ],
  [
    'share-range',
    '/declarations/0/share',
    { ...goods, declarations: [{ share: 50, of: 'items', by: '2027-01-01', standards: ['EN 15804+A2'] }] },
  ],
  [
    'share-zero',
    '/declarations/0/share',
    { ...goods, declarations: [{ share: 0, of: 'items', by: '2027-01-01', standards: ['EN 15804+A2'] }] },
  ],
  [
    'standards-empty',
    '/declarations/0/standards',
    { ...goods, declarations: [{ share: 0.5, of: 'items', by: '2027-01-01', standards: [] }] },
  ],
  ['promise-open', '/promises/0', { ...goods, promises: [{ attribute: 'Økologisk', field: 'itemName' }] }],
  [
    'promise-value',
    '/promises/0/value',
    {
      ...withField({ constraints: { enum: ['ja', 'nei'] } }),
      promises: [{ attribute: 'Økologisk', field: 'own', value: 'kanskje' }],
    },
  ],
  [
    'field-unknown',
    '/promises/0/field',
    { ...goods, promises: [{ attribute: 'Økologisk', field: 'organic', share: 0.3 }] },
  ],
  ['unit-twice', '/units/ks/0', { ...goods, units: { krt: ['kasse'], ks: ['Kasse'] } }],
  ['clause-nowhere', '/clauses/~1grace', { ...goods, clauses: { '/grace': { reference: 'punkt 4' } } }],
  ['clause-empty', '/clauses/~1due', { ...goods, clauses: { '/due': { reference: ' ' } } }],
];

describe('lintTerms', () => {
  it.each(Object.entries(exampleTerms))('reports nothing about %s', (_, build) => {
    expect(lintTerms(JSON.parse(JSON.stringify(build())))).toEqual([]);
  });

  it.each(cases)('finds %s at %s', (code, path, terms) => {
    expect(lintTerms(JSON.parse(JSON.stringify(terms)))).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('has an example for each problem code', () => {
    // The caller that enforces the time limit reports a document that takes too long.
    expect([...new Set(cases.map(([code]) => code)), 'document-too-large'].sort()).toEqual(Object.keys(lintNb).sort());
  });

  it.each(cases)('describes %s at %s in whole sentences', (_, __, terms) => {
    for (const problem of lintTerms(JSON.parse(JSON.stringify(terms)))) {
      for (const language of ['nb', 'nn', 'en'] as const) {
        const { where, says } = describeTermsProblem(terms, problem, language);
        expect(says).toMatch(/^[\P{Ll}«].*\.$/u);
        expect(says).not.toMatch(/[{}[\]]|undefined|NaN|«»/);
        expect(where).not.toMatch(/undefined|\/\//);
      }
    }
  });

  it('reports all problems at once, of form and of meaning', () => {
    const problems = lintTerms({
      ...goods,
      vat: 'maybe',
      extra: 1,
      due: { kind: 'fixed-dates', dates: ['02-30'] },
      checks: [{ id: 'nix' }],
      tables: [
        {
          ...lines,
          fields: [
            ...lines!.fields,
            { name: 'own', type: 'string', constraints: { pattern: '(', minLength: 4, maxLength: 2 } },
            { name: 'own', type: 'colour' },
          ],
        },
      ],
    });
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'check-unknown',
      'due-date-impossible',
      'field-twice',
      'form-unknown',
      'form-value',
      'form-value',
      'length-over-length',
      'pattern-invalid',
    ]);
  });

  it('names the rule without a text, and says what to write', () => {
    const problems = (text: unknown) => lintTerms(JSON.parse(JSON.stringify(withRule('quantity > 0', { text }))));
    const terms = withRule('quantity > 0', { text: { nb: '', nn: 'Sjå over rada.', en: 'Correct the quantity.' } });
    expect(problems(terms.ownRules[0]!.text).map((each) => describeTermsProblem(terms, each, 'nb'))).toEqual([
      {
        where: 'Egne regler › one › Tekst › bokmål',
        says: 'Regelen «one» mangler tekst. Skriv hva som er galt på raden, og hva leverandøren skal gjøre.',
      },
      {
        where: 'Egne regler › one › Tekst › nynorsk',
        says: 'Regelen «one» har bare teksten «Sjå over rada.». Skriv hva som er galt på raden, og hva leverandøren skal gjøre.',
      },
    ]);
    expect(problems('Se over raden, og rett enheten.')).toEqual([]);
    expect(problems({ nb: 'Rett antallet.' })).toEqual([]);
  });

  it('describes the location for display', () => {
    const terms = field('unit', { constraints: { pattern: '(' } });
    expect(describeTermsProblem(terms, lintTerms(terms)[0]!, 'nb').where).toBe(
      'Leverte varer › Enhet › Krav › Mønster',
    );
    const named = { ...goods, checks: [{ id: 'price-above-agreed', params: { x: 1 } }] };
    expect(describeTermsProblem(named, lintTerms(named)[0]!, 'en').where).toBe(
      'Checks › Price above the agreed one › Settings › x',
    );
  });

  it('handles patterns that would block a backtracking engine forever', () => {
    const hostile = withField({ constraints: { pattern: '(a+)+', enum: [`${'a'.repeat(64)}!`] } });
    expect(lintTerms(hostile).map(({ code }) => code)).toEqual(['enum-pattern']);
    let random = 1;
    const letter = () => ((random = (random * 48_271) % 2_147_483_647) % 2 === 0 ? 'a' : 'b');
    const costly = Array.from({ length: 400 }, () => Array.from({ length: 400 }, letter).join(''));
    expect(
      lintTerms(withField({ constraints: { pattern: '(a|b)*a(a|b){90}', enum: costly } })).map(({ code }) => code),
    ).toContain('pattern-too-large');
  });

  it('accepts anything as a document', () => {
    for (const odd of [
      null,
      1,
      'x',
      [],
      {},
      { tables: 3 },
      { tables: [null], lists: [1], checks: 'a', due: [], clauses: [] },
    ])
      expect(lintTerms(odd).length).toBeGreaterThan(0);
  });
});

describe('an extended document', () => {
  it('is accepted with all properties, and older ones are read as before', () => {
    const wide: Terms = {
      ...goods,
      report: 'transport',
      reportTitle: { nb: 'Transport' },
      lateLines: 'open-period',
      partlyAccepted: 'delivered',
      transition: 'ordered',
      runOffDays: 90,
      partsOf: 'branch',
      ownRules: [
        {
          id: 'positive',
          text: 'Se over.',
          severity: 'blocksRow',
          expression: 'quantity > 0',
          table: lines!.name,
          overridable: true,
        },
      ],
      sanction: {
        kind: 'day-fine',
        amount: 1000,
        per: 'working-day',
        cap: 50_000,
        capUnits: 30,
        startsAfter: 2,
        returnedReport: 'delivered',
        failures: { count: 2, months: 6, amount: 5000 },
        excluded: [{ nb: 'Force majeure' }],
      },
      declarations: [{ share: 0.8, of: 'spend', by: '2027-01-01', standards: ['EN 15804+A2'], lots: ['1'] }],
      promises: [{ attribute: { nb: 'Økologisk', en: 'Organic' }, field: 'itemName', share: 0.3 }],
      clauses: { '/due': { reference: 'Bilag 3, punkt 4.2', text: { nb: 'Leverandøren skal …' } } },
    };
    expect(lintTerms(wide)).toEqual([]);
    expect(readTerms(JSON.parse(JSON.stringify(wide)))).toEqual({ ok: true, value: wide });
  });
});
