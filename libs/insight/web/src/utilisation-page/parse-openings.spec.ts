import type { OpeningHoldingDto } from '@tallgrunn/api-client/shapes';
import { parseOpenings } from './parse-openings.ts';

const holding = (supplier: string, lot: string | null): OpeningHoldingDto => ({
  supplierId: supplier,
  supplier,
  lotId: lot,
  lot,
  beforeMonth: null,
  amount: null,
  source: null,
  sourceOn: null,
  statedBy: null,
});
const holdings = [
  holding('Finnskog Engros', '1A Tørrvarer'),
  holding('Finnskog Engros', '1B Frukt'),
  holding('Solgløtt', null),
  holding('Våler Kjøtt', '1A Tørrvarer'),
];
const read = (text: string) => {
  const { amounts, unread } = parseOpenings(text, holdings, ({ supplier, lot }) => `${supplier}/${lot ?? ''}`);
  return [Object.fromEntries(amounts), unread];
};

describe('pasted opening amounts', () => {
  it('match their supplier and lot by number or name', () => {
    expect(
      read(
        'Leverandør;Delkontrakt;Beløp\nFinnskog Engros;1A;125 000,50\nfinnskog  engros\t1B Frukt\t7\nSolgløtt;;0\nVåler Kjøtt;99.5',
      ),
    ).toEqual([
      {
        'Finnskog Engros/1A Tørrvarer': '125000,50',
        'Finnskog Engros/1B Frukt': '7',
        'Solgløtt/': '0',
        'Våler Kjøtt/1A Tørrvarer': '99.5',
      },
      [],
    ]);
  });

  it('report lines with no match, several matches or a parse error', () => {
    expect(read('Finnskog Engros;5\nUkjent;;5\nSolgløtt;;mye\nSolgløtt;;1.234\nSolgløtt;9;5\n\nSolgløtt;;-5')).toEqual([
      {},
      [1, 2, 3, 4, 5, 7],
    ]);
  });

  it('parse each amount in its notation', () => {
    for (let n = 1; n < 200; n += 1)
      expect(read(`Solgløtt;;${n * 997},${String(n % 100).padStart(2, '0')}`)).toEqual([
        { 'Solgløtt/': `${n * 997},${String(n % 100).padStart(2, '0')}` },
        [],
      ]);
  });
});
