import { exampleTerms } from '../examples/example-terms.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { matchSchema } from '../schema/match-schema.ts';
import { columnDocs } from './column-docs.ts';
import { lineSchema } from './line-schema.ts';

const goods = quarterlyGoods({ lists: [{ name: 'units', parent: 'lot', child: 'unit', values: { '1': ['stk'] } }] });

describe('columnDocs', () => {
  it('explains all columns in the reader’s language', () => {
    const page = columnDocs(goods, 'nb');
    expect(page).toContain('# Varer, kvartalsvis\n\nÉn rad per linje.');
    expect(page).toContain(
      '| Enhet | Må fylles ut. Type: tekst. Hva som kan stå her, avhenger av: Delkontrakt. | Eining, Unit |',
    );
    expect(columnDocs(exampleTerms['monthly-fuel'](), 'en')).toContain(
      '| Bio share (%) | May be empty. Type: number. At least 0. At most 100. | Bioandel (%), Bioandel, Andel biodrivstoff |',
    );
  });

  it.each(Object.entries(exampleTerms))('has a row per column of %s in each language', (_, build) => {
    const terms = build();
    for (const language of ['nb', 'nn', 'en'] as const) {
      const page = columnDocs(terms, language);
      expect(page.split('\n').filter((row) => row.startsWith('| ')).length).toBe(
        terms.tables.reduce((sum, { fields }) => sum + fields.length + 2, 0),
      );
      expect(page).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe('lineSchema', () => {
  const line = {
    buyer: '3401',
    itemNumber: '00512',
    itemName: 'Papir',
    quantity: 2,
    unit: 'pk',
    unitPrice: '40.00',
    amount: '80.00',
    deliveredOn: '2026-03-05',
    lot: null,
  };

  it('accepts a correct line, and reports where another is wrong', () => {
    expect(matchSchema({ lines: [line] }, lineSchema(goods))).toEqual([]);
    const { amount: _, ...open } = line;
    expect(
      matchSchema({ lines: [{ ...open, quantity: 'two', colour: 'red' }] }, lineSchema(goods)).map(
        ({ path, problem }) => [path, problem],
      ),
    ).toEqual([
      ['/lines/0/amount', 'required'],
      ['/lines/0/quantity', 'none-fits'],
      ['/lines/0/colour', 'unknown'],
    ]);
  });
});
