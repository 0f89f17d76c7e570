import { lintTerms } from '@tallgrunn/checks';
import { readFdl } from './read-fdl.ts';
import { lookupValues, termsOfFdl } from './terms-of-fdl.ts';

const laundry = `Framework RM1.2 {
  Name 'Laundry'
  ManagementCharge varies_by 'Kind' {
    'Wash' -> 0.5%
    *      -> 1% of 'Total'
  }
  Lots { '1a' -> 'Wash' '2' -> '' }
  InvoiceFields{
    CustomerURN from 'URN'
    InvoiceDate from 'Date'
    LotNumber from 'Lot'
    Kind Additional1 from 'Kind'
    optional Size Additional2 from 'Size' depends_on 'Lot', 'Kind' {
      '1a', 'Wash' -> Small
      *, 'Fold' -> All
    }
    String(4..8) Additional3 from 'Code'
    optional String(2) from 'Country'
    InvoiceValue from 'Total'
    VATIncluded from 'VAT?'
  }
  Lookups {
    Kind [ 'Wash' 'Fold' ]
    Small [ 'S' ]
    Large [ 'L' 'XL' ]
    All [ Small Large 's' ]
  }
}`;

describe('a framework definition', () => {
  const definition = readFdl(laundry);
  const terms = termsOfFdl(definition);
  const field = (name: string) => terms.tables[0]!.fields.find((each) => each.name === name);

  it('is read completely', () => {
    expect(definition).toMatchObject({
      code: 'RM1.2',
      name: 'Laundry',
      charge: "varies_by 'Kind' { 'Wash' -> 0.5% * -> 1% of 'Total' }",
      lots: [{ number: '1a' }, { number: '2', description: '' }],
    });
    expect(lookupValues('All', definition)).toEqual(['S', 'L', 'XL']);
  });

  it('is converted to terms with columns, limits and lists', () => {
    expect(lintTerms(JSON.parse(JSON.stringify(terms)))).toEqual([]);
    expect(field('LotNumber')).toMatchObject({
      role: 'lot',
      title: 'Lot',
      constraints: { required: true, enum: ['1a', '2'] },
    });
    expect(field('Additional3')).toMatchObject({ constraints: { required: true, minLength: 4, maxLength: 8 } });
    expect(field('country')).toMatchObject({ title: 'Country', constraints: { minLength: 2, maxLength: 2 } });
    expect(field('VATIncluded')).toMatchObject({ constraints: { enum: ['Y', 'N'] } });
    expect(terms.lists).toEqual([
      {
        name: 'Invoice Size',
        table: 'Invoice',
        child: 'Additional2',
        parents: ['LotNumber', 'Additional1'],
        cases: [
          { when: ['1a', 'Wash'], values: ['S'] },
          { when: ['*', 'Fold'], values: ['S', 'L', 'XL'] },
        ],
      },
    ]);
  });

  it('is rejected if invalid', () => {
    expect(() => readFdl('Framework X { Name "x" }')).toThrow('not FDL');
    expect(() => readFdl("Framework X { Name 'x'")).toThrow('too early');
    expect(() => termsOfFdl(readFdl(laundry.replace('InvoiceValue', 'InvoiceWorth')))).toThrow('InvoiceWorth');
  });
});
