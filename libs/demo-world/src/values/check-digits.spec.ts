import { gtinFrom, isOrganisationNumber, organisationCheckDigit, organisationNumberFrom } from './check-digits.ts';

const reserved = [
  '311047116',
  '311082272',
  '311120301',
  '311174541',
  '311218468',
  '311260936',
  '311305182',
  '311348728',
  '311399055',
  '311433628',
  '311477188',
  '311522043',
  '311566903',
  '311611372',
];

describe('check digits', () => {
  it('agrees with the register and with the numbers reserved for the demo', () => {
    expect(organisationCheckDigit('12345678')).toBe(5);
    expect(reserved.every(isOrganisationNumber)).toBe(true);
    expect(isOrganisationNumber('912345678')).toBe(false);
  });

  it('generates valid numbers', () => {
    for (let start = 31200000; start < 31200200; start += 1)
      expect(isOrganisationNumber(organisationNumberFrom(start))).toBe(true);
  });

  it('generates a GTIN', () => {
    expect(gtinFrom('400638133393')).toBe('4006381333931');
  });
});
