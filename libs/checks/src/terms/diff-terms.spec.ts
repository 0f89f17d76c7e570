import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { diffTerms } from './diff-terms.ts';
import { describeChange } from './describe-change.ts';

const goods = quarterlyGoods();
const [lines] = goods.tables;
const said = (after: object, language: 'nb' | 'nn' | 'en' = 'nb') =>
  diffTerms(goods, after).map((change) => describeChange(change, goods, after, language));

describe('diffTerms', () => {
  it('returns nothing for equal terms', () => {
    expect(diffTerms(goods, { ...goods, version: 2, id: 'other', agreement: { id: 'a', title: 'b' } })).toEqual([]);
  });

  it('matches columns by name', () => {
    const fields = [
      ...lines!.fields.filter(({ name }) => name !== 'gtin').reverse(),
      { name: 'organic', type: 'string', title: { nb: 'Økologisk', en: 'Organic' } },
    ];
    const after = {
      ...goods,
      tables: [
        {
          ...lines,
          fields: fields.map((field) => (field.name === 'unit' ? { ...field, constraints: { enum: ['stk'] } } : field)),
        },
      ],
    };
    expect(diffTerms(goods, after).map(({ kind, path }) => [kind, path])).toEqual([
      ['removed', '/tables/0/fields/5'],
      ['removed', '/tables/0/fields/8/constraints/required'].map((each) =>
        each.replace('fields/8', `fields/${fields.findIndex(({ name }) => name === 'unit')}`),
      ),
      ['added', `/tables/0/fields/${fields.findIndex(({ name }) => name === 'unit')}/constraints/enum`],
      ['added', `/tables/0/fields/${fields.length - 1}`],
      ['reordered', '/tables/0/fields'],
    ]);
    expect(said(after)).toContainEqual({ where: 'Leverte varer › GTIN', says: 'Tatt bort: GTIN, tekst' });
    expect(said(after, 'en')).toContainEqual({ where: 'Goods delivered › Organic', says: 'New: Organic, text' });
  });

  it('describes choices, lists and rules in text', () => {
    const after = {
      ...goods,
      frequency: 'month',
      due: { kind: 'working-days', days: 15 },
      checks: [{ id: 'price-above-agreed', severity: 'blocksRow' }],
      sanction: { ...goods.sanction, amount: 2000 },
      clauses: { '/due': { reference: 'Bilag 3' } },
    };
    expect(said(after)).toEqual([
      { where: 'Hvor ofte', says: 'Fra hvert kvartal til hver måned' },
      {
        where: 'Frist',
        says: 'Fra Type: faste datoer; Datoer: 20. april, 5. august, 20. oktober og 20. januar til Type: virkedager etter perioden; Dager: 15',
      },
      { where: 'Følge av sen rapport › Beløp', says: expect.stringMatching(/^Fra 1\s000 til 2\s000$/u) },
      { where: 'Kontroller', says: expect.any(String) },
      { where: 'Klausuler', says: expect.any(String) },
    ]);
    for (const language of ['nn', 'en'] as const)
      for (const { says } of said(after, language)) expect(says).not.toMatch(/[{}[\]]|undefined/);
  });

  it('lists the added and removed values of a list', () => {
    const before = { ...goods, tables: [{ ...lines, sheets: ['Salg', 'Ark1'] }] };
    const after = { ...goods, tables: [{ ...lines, sheets: ['Salg', 'Leveranser'] }] };
    expect(diffTerms(before, after).map((change) => describeChange(change, before, after, 'en'))).toEqual([
      { where: 'Goods delivered › Sheets', says: 'New: Leveranser. Removed: Ark1.' },
    ]);
  });
});
