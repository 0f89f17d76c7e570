import { bytesOf, openTable, writeXlsx, type WriteSheet } from '@tallgrunn/tabular';
import type { AssortmentLine } from './assortment-line.ts';
import { readAssortment, type AssortmentOptions } from './read-assortment.ts';

async function read(sheets: readonly WriteSheet[], options: AssortmentOptions = {}) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsx(sheets)) chunks.push(chunk);
  return readBytes(Buffer.concat(chunks), 'prisskjema.xlsx', options);
}
const csv = (text: string, options: AssortmentOptions = {}) =>
  readBytes(new TextEncoder().encode(text), 'priser.csv', options);

async function readBytes(bytes: Uint8Array, name: string, options: AssortmentOptions) {
  const lines: AssortmentLine[] = [];
  const summary = await readAssortment(await openTable(bytesOf(bytes), name), options, (line) => void lines.push(line));
  return { ...summary, lines };
}
const sheet = (
  name: string,
  heading: readonly string[],
  rows: WriteSheet['rows'],
  titles: readonly string[] = [],
): WriteSheet => ({ name, titles, columns: heading.map((header) => ({ header })), rows });

describe('price form layouts', () => {
  it('reads a form with title rows above the heading, group rows between the items and totals below', async () => {
    const { lines, findings } = await read([
      sheet(
        'Prisskjema',
        ['Varenr', 'Varenavn', 'Enhet', 'Pris eks. mva', 'Estimert volum', 'Sum'],
        [
          ['Kjøtt', '', '', '', '', ''],
          ['00512', 'Kjøttdeig 2,5 kg', 'pk', '312,50', '100', '31250'],
          ['Varegruppe 2: Meieri', '', '', '', '', ''],
          ['30118', 'Lettmelk 10 l', 'stk', '148,00', '20', '2960'],
          ['Sum', '', '', '', '', '34210'],
          ['', 'Totalt eks. mva', '', '', '', '34210'],
          ['Prisene er eks. mva. og levert.', '', '', '', '', ''],
        ],
        ['Bilag 3 – Prisskjema', 'Leverandør: Finnskog Engros AS', ''],
      ),
    ]);
    expect(findings).toEqual([]);
    expect(lines.map(({ number, price, category }) => [number, price, category])).toEqual([
      ['00512', '312.5', 'Kjøtt'],
      ['30118', '148', 'Varegruppe 2: Meieri'],
    ]);
  });

  it('reports an item that has only a number', async () => {
    const { findings } = await read([
      sheet(
        'Prisskjema',
        ['Varenr', 'Varenavn', 'Enhet', 'Pris'],
        [
          ['00512', 'Kjøttdeig', 'pk', '312,50'],
          ['K 1234', '', '', ''],
        ],
      ),
    ]);
    expect(findings).toMatchObject([
      { code: 'name-missing', row: 3 },
      { code: 'unit-missing', row: 3 },
    ]);
  });

  it('reads a sheet for each lot, and skips the front page', async () => {
    const heading = ['Varenr', 'Varenavn', 'Enhet', 'Pris'];
    const { lines, findings, remarks } = await read(
      [
        sheet('Veiledning', ['Slik fyller du ut'], [['Skriv pris i kolonne D']]),
        sheet('Delkontrakt 1A', heading, [['1', 'En', 'stk', '1']]),
        sheet('1B Frukt', heading, [['2', 'To', 'kg', '2']]),
        sheet('Annet', heading, [
          ['3', 'Tre', 'stk', '3'],
          ['', 'Fire', 'stk', '4'],
        ]),
      ],
      { lots: ['1A', '1B'] },
    );
    expect(lines.map(({ number, lot, sheet: name }) => [number, lot, name])).toEqual([
      ['1', '1A', 'Delkontrakt 1A'],
      ['2', '1B', '1B Frukt'],
      ['3', null, 'Annet'],
    ]);
    expect(remarks).toMatchObject([{ code: 'sheet-without-heading', found: 'Veiledning' }]);
    expect(findings).toMatchObject([{ code: 'number-missing', row: 3, sheet: 'Annet' }]);
  });

  it('reads a heading of two rows', async () => {
    const { lines, findings } = await csv('Vare;;Pris;;\nVarenr;Varenavn;eks. mva;inkl. mva;Enhet\n1;En;10;12,5;stk\n');
    expect(findings).toEqual([]);
    expect(lines).toMatchObject([{ number: '1', price: '10', unit: 'stk' }]);
  });

  it('skips headings repeated on every page', async () => {
    const { lines } = await csv('Varenr;Navn;Enhet;Pris\n1;En;stk;1\nVarenr;Navn;Enhet;Pris\n2;To;stk;2\n');
    expect(lines.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('reads numbers per pack, NOBB numbers, labels, price tiers and the organic share', async () => {
    const { lines, remarks } = await csv(
      'Varenr;Navn;Enhet;Pris;GTIN;NOBB;Antall i pakning;Pakning;GTIN pakning;Antall i kartong;GTIN kartong;Kartonger per pall;Merking;Økologisk andel;Fra antall\n' +
        '1;En;stk;1;7038010001239;12345678;12;eske;;6;;40;Svanemerket, Debio;50 %;10\n2;To;stk;2;;1234567;;;;;;;nei;ja;\n',
    );
    expect(lines[0]).toMatchObject({
      gtin: '7038010001239',
      nobb: '12345678',
      labels: ['Svanemerket', 'Debio'],
      organicShare: '0.5',
      fromQuantity: '10',
      packQuantity: '12',
      packUnit: 'eske',
      packs: [
        { unit: 'kartong', contains: '6', of: 'eske' },
        { unit: 'pall', contains: '40', of: 'kartong' },
      ],
    });
    expect(lines[1]).toMatchObject({ nobb: null, labels: [], organicShare: '1', packs: [] });
    expect(remarks).toMatchObject([{ code: 'nobb-not-eight-digits', row: 3, found: '1234567' }]);
  });

  it('imports list prices into a price list, and agreed prices into a form of agreed prices', async () => {
    const text = 'Varenr;Navn;Enhet;Listepris;Rabatt;Nettopris\n1;En;stk;100;18;82\n';
    expect((await csv(text)).lines[0]?.price).toBe('82');
    expect((await csv(text, { kind: 'list' })).lines[0]?.price).toBe('100');
    expect((await csv('Varenr;Navn;Enhet;Pris\n1;En;stk;99\n', { kind: 'list' })).lines[0]?.price).toBe('99');
    expect((await csv('Varenr;Navn;Enhet;Listepris\n1;En;stk;99\n')).findings).toMatchObject([
      { code: 'column-missing', column: 'pris' },
    ]);
  });
});

describe('price form with custom headings and prices', () => {
  it.each([
    ['Varenr;Betegnelse;Enh;Nettopris NOK'],
    ['Varenr;Produktbeskrivelse;Enh.;Netto pris, kr eks. mva.'],
    ['Produktnr;Varebetegnelse;Måleenhet;Avtalepris (NOK)'],
    ['Art.nr;Produktbetegnelse;Salgsenh;Pris pr. stk ekskl. mva'],
  ])('reads the headings %s', async (heading) => {
    const { lines, findings } = await csv(`${heading}\n1;En;stk;12,50\n`);
    expect(findings).toEqual([]);
    expect(lines).toMatchObject([{ number: '1', name: 'En', unit: 'stk', price: '12.5' }]);
  });

  it('never reads a price including VAT as one excluding VAT', async () => {
    const { lines } = await csv('Varenr;Navn;Enhet;Pris inkl. mva;Nettopris NOK\n1;En;stk;12,50;10\n');
    expect(lines[0]?.price).toBe('10');
    expect((await csv('Varenr;Navn;Enhet;Pris inkl. mva\n1;En;stk;12,50\n')).findings).toMatchObject([
      { code: 'column-missing', column: 'pris' },
    ]);
  });

  it.each(['etter avtale', '-', 'På forespørsel', 'n/a', ''])(
    'imports an item with the price «%s» and adds a remark',
    async (text) => {
      const { lines, findings, remarks } = await csv(`Varenr;Navn;Enhet;Pris\n1;En;stk;${text}\n2;To;stk;5\n`);
      expect(findings).toEqual([]);
      expect(lines.map(({ price }) => price)).toEqual([null, '5']);
      expect(remarks).toMatchObject([{ code: 'price-not-fixed', row: 2, column: 'Pris', found: text }]);
    },
  );

  it('rejects a price that is neither a number nor an accepted placeholder', async () => {
    expect((await csv('Varenr;Navn;Enhet;Pris\n1;En;stk;ti kroner\n')).findings).toMatchObject([
      { code: 'not-a-number' },
    ]);
  });

  it('subtracts the discount from the list price when there is no net price, and describes how it reads discounts', async () => {
    const less = await csv('Varenr;Navn;Enhet;Listepris;Rabatt %\n1;En;stk;100;12,5\n2;To;stk;40;\n3;Tre;stk;50;8 %\n');
    expect(less.findings).toEqual([]);
    expect(less.lines.map(({ price }) => price)).toEqual(['87.5', '40', '46']);
    expect(less.remarks).toMatchObject([{ code: 'price-less-discount', column: 'Rabatt %' }]);
    const beside = await csv('Varenr;Navn;Enhet;Pris;Rabatt\n1;En;stk;100;10 %\n');
    expect(beside.lines[0]?.price).toBe('100');
    expect(beside.remarks).toMatchObject([{ code: 'discount-not-deducted' }]);
  });

  it.each([['Gyldig fra 01.11.2026;;;'], ['Prisene gjelder fra: 1.11.2026;;;'], ['Gyldig fra;2026-11-01;;']])(
    'reads the valid-from date above the headings: %s',
    async (title) => {
      const { lines, listFrom, remarks } = await csv(`Prisskjema;;;\n${title}\nVarenr;Navn;Enhet;Pris\n1;En;stk;5\n`);
      expect(listFrom).toBe('2026-11-01');
      expect(lines[0]).toMatchObject({ validFrom: null, listFrom: '2026-11-01' });
      expect(remarks).toMatchObject([{ code: 'list-valid-from', found: '2026-11-01' }]);
    },
  );
});
