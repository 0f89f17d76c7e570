import fc from 'fast-check';
import type { Drawn, Layout } from '../testing-layouts.ts';
import { check, customer, dayOf, drawn, orgNumber, sold, testLayout, towns, writeExport } from '../testing-layouts.ts';

type Written = (name: string, number: string, buyer: number) => string;

/** Ways to write a customer above its lines; a `;` begins the next cell. */
const forms: readonly (readonly [string, Written])[] = [
  ['name and labelled number', (name, number) => `Kunde: ${name}  Org.nr ${number}`],
  ['name and number in brackets', (name, number) => `Kunde: ${name} (org.nr. ${number})`],
  ['name, comma and number', (name, number) => `Kunde: ${name}, orgnr: ${number}`],
  ['number first', (name, number) => `Org.nr ${number} ${name}`],
  ['English', (name, number) => `Customer: ${name} - Org. no. ${number}`],
  ['cells of their own', (name, number) => `Kund: ${name};;Org.nr: ${number}`],
  ['labels in cells of their own', (name, number) => `Kunde:;${name};Org.nr:;${number}`],
  ['customer number too', (name, number, buyer) => `Kunde: ${customer(buyer)} ${name} Orgnr: ${number}`],
  [
    'the form of the VAT register',
    (name, number) => `Kunde: ${name}  Org.nr NO ${number.replace(/(...)(...)/, '$1 $2 ')} MVA`,
  ],
];

const layoutOf = (form: Written, number: (buyer: number) => string = orgNumber): Layout => ({
  name: '',
  heading: ['Artnr', 'Tekst', 'Mengde', 'Enh', 'Pris', 'Sum kr', 'Dato'],
  cells: (line, item) => [item.number, item.name, ...sold(line, item), dayOf(line.day)],
  group: (buyer) => form(`${towns[buyer]} kommune`, number(buyer), buyer),
});

/** Returns the findings that block or ask, with the customers whose rows they are on. */
async function findingsWith(given: Drawn, layout: Layout) {
  const { rows } = writeExport(layout, given);
  const result = await check(layout, given);
  const open = result.findings.filter(({ severity }) => severity !== 'info');
  const customersOf = (list: typeof open) =>
    new Set(list.map(({ place }) => given.lines[rows.indexOf(place!.row!)]?.buyer));
  return { result, codes: new Set(open.map(({ code }) => code)), customers: customersOf(open) };
}

/** Rows without a word for the customer. */
const alone: readonly (readonly [string, Written])[] = [
  ['the name', (name) => name],
  ['customer number and name', (name, _, buyer) => `${customer(buyer)} ${name}`],
  ['the organisation number', (_, number) => number],
  ['the organisation number in groups', (_, number) => number.replace(/(...)(...)/, '$1 $2 ')],
];

describe.each(alone)('a row above its lines with only %s', (_, form) => {
  testLayout(layoutOf(form), () => drawn);
  testLayout({ ...layoutOf(form), heading: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] }, () => drawn);
});

describe.each(forms)('a row above its lines with %s', (_, form) => {
  testLayout(layoutOf(form), () => drawn);

  it('has a wrong check digit, and the number of another customer, found on its own lines only', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        const wrong = given.lines[given.wrong % given.lines.length]!.buyer;
        const otherDigit = (buyer: number): string =>
          orgNumber(buyer).replace(/\d$/, (digit) => (buyer === wrong ? String((Number(digit) + 1) % 10) : digit));
        const mistyped = await findingsWith(given, layoutOf(form, otherDigit));
        expect(mistyped.codes).toEqual(new Set(['org-number-check-digit']));
        expect(mistyped.customers).toEqual(new Set([wrong]));
        const swapped = await findingsWith(
          given,
          layoutOf(form, (buyer) => orgNumber(buyer === wrong ? (buyer + 1) % towns.length : buyer)),
        );
        expect(swapped.codes).toContain('buyer-number-differs');
        expect(swapped.customers).toEqual(new Set([wrong]));
      }),
      { numRuns: 12 },
    );
  });

  it('is shown with its place', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        const layout = layoutOf(form);
        const text = writeExport(layout, given).text.split('\r\n');
        const { result } = await findingsWith(given, layout);
        const shown = result.findings.filter(({ code }) => code === 'filled-down');
        const headed = text.flatMap((row, at) =>
          towns.some((town) => row.includes(`${town} kommune`)) ? [at + 1] : [],
        );
        expect(shown.map(({ place }) => place?.row)).toEqual(headed);
      }),
      { numRuns: 5 },
    );
  });
});
