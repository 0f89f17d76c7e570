import { exampleTerms } from '@tallgrunn/checks';
import { assortmentSheet, guidanceSheet, linesSheet } from './template-sheets.ts';

const terms = exampleTerms['quarterly-goods']({
  lists: [
    { name: 'units', parent: 'lot', child: 'unit', values: { '1A': ['stk'], '1B': ['kg'], '*': ['eske'] } },
    {
      name: 'sites',
      parents: ['lot', 'buyer'],
      child: 'site',
      cases: [
        { when: ['1A', 'Våler'], values: ['Skolen'] },
        { when: ['*', 'Åsnes'], values: ['Rådhuset'] },
      ],
    },
  ],
});
const [table] = terms.tables;
const context = {
  buyers: { key: ['a', 'b'], name: ['Våler', 'Åsnes'], entitled: [true, false] },
  lots: { key: ['1A'], name: ['Tørr'] },
  items: { number: ['7', '8'], name: ['Melk', 'Brød'] },
};
const column = (header: string, scope = terms) =>
  linesSheet(table!, 'Varer', scope, context, 'nb').columns.find((each) => each.header === header);

describe('template sheets', () => {
  it('lists the values of the agreement, and no items when all products are reported', () => {
    expect(column('Kunde')).toMatchObject({ choices: ['Våler'] });
    expect(column('Delkontrakt')).toMatchObject({ choices: ['1A'] });
    expect(column('Varenummer')).not.toHaveProperty('choices');
    expect(column('Varenummer', { ...terms, scope: 'agreed-items' })).toMatchObject({ choices: ['7', '8'] });
  });

  it('lists values that depend on one other column, or on several', () => {
    expect(column('Enhet')?.dependent).toEqual({
      parents: [0],
      cases: [
        { when: ['1A'], values: ['stk', 'eske'] },
        { when: ['1B'], values: ['kg', 'eske'] },
      ],
    });
    expect(column('Leveringssted')?.dependent?.cases).toEqual([
      { when: ['1A', 'Våler'], values: ['Skolen'] },
      { when: ['1A', 'Åsnes'], values: ['Rådhuset'] },
    ]);
  });

  it('contains the price of the period, and none when no price is agreed', () => {
    const prices = {
      item: [0, 0, 1],
      price: ['10.00', '11.00', '5.00'],
      from: ['2026-01-01', '2026-07-01', '2024-01-01'],
      to: ['2026-06-30', null, '2024-12-31'],
    };
    const sheet = assortmentSheet(
      { ...context, prices, period: { key: '2026-Q1', start: '2026-01-01', end: '2026-04-01' } },
      'en',
    );
    expect(sheet?.name).toBe('Assortment');
    expect(sheet?.rows).toEqual([
      ['7', 'Melk', null, null, '10.00'],
      ['8', 'Brød', null, null, null],
    ]);
    expect(assortmentSheet({}, 'nb')).toBeNull();
  });

  it('explains each column in three languages', () => {
    const { columns, rows, titles } = guidanceSheet(terms, 'nn');
    expect(columns.map(({ header }) => header)).toEqual(['Kolonne', 'Bokmål', 'Nynorsk', 'English']);
    expect(titles).toHaveLength(3);
    expect([...(rows as unknown[][])]).toHaveLength(table!.fields.length);
  });
});
