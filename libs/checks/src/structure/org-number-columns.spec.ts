import fc from 'fast-check';
import type { Drawn, DrawnLine, Layout } from '../testing-layouts.ts';
import { check, dayOf, drawn, orgNumber, sold, testLayout, townOf, towns, writeExport } from '../testing-layouts.ts';

/** Headings that no list of synonyms has: made up, abbreviated, Danish, Swedish and English. */
const headings = ['Org.nr kund', 'KdOrg', 'Kundens orgnr', 'CVR-nr. køber', 'Köparens momsreg', 'Buyer VAT no', 'F17'];
const ownNumber = '987654325';

type Written = (line: DrawnLine) => string;
const spaced: Written = ({ buyer }) => orgNumber(buyer).replace(/(...)(...)(...)/, '$1 $2 $3');
const forms: readonly Written[] = [
  ({ buyer }) => orgNumber(buyer),
  spaced,
  ({ buyer }) => `NO${orgNumber(buyer)}MVA`,
  (line) => `NO ${spaced(line)} MVA`,
];

const layoutOf = (heading: string, hasName: boolean, number: Written): Layout => ({
  name: heading,
  heading: [
    ...(hasName ? ['Kunde'] : []),
    'Selskap',
    'Artnr',
    'Tekst',
    'Mengde',
    'Enh',
    'Pris',
    'Sum',
    'Dato',
    heading,
  ],
  cells: (line, item) => [
    ...(hasName ? [townOf(line)] : []),
    ownNumber,
    item.number,
    item.name,
    ...sold(line, item),
    dayOf(line.day),
    number(line),
  ],
});

describe.each(headings)('a column of organisation numbers with the heading «%s»', (heading) => {
  testLayout(layoutOf(heading, false, forms[0]!), () => drawn);
});

interface Planted {
  readonly given: Drawn;
  readonly heading: string;
  readonly form: Written;
  readonly hasName: boolean;
}

const planted: fc.Arbitrary<Planted> = fc.record({
  given: drawn,
  heading: fc.constantFrom(...headings),
  form: fc.constantFrom(...forms),
  hasName: fc.boolean(),
});

/** Rewrites the number of one line. Returns the findings with its row, and those of every other row. */
async function checkWith(
  { given, heading, form, hasName }: Planted,
  change: (number: string, line: DrawnLine) => string,
) {
  const wrong = given.lines[given.wrong % given.lines.length]!;
  const layout = layoutOf(heading, hasName, (line) => (line === wrong ? change(form(line), line) : form(line)));
  const result = await check(layout, given);
  const open = result.findings.filter(({ severity }) => severity !== 'info');
  return {
    result,
    found: open.map(({ code, place }) => [code, place?.row]),
    row: writeExport(layout, given).rows[given.lines.indexOf(wrong)],
  };
}

describe('organisation numbers below an unusual heading', () => {
  it('are accepted in every form, with and without names', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (each) => {
        const { found, result } = await checkWith(each, (number) => number);
        expect(found).toEqual([]);
        expect(result.totals.byBuyer).toHaveLength(new Set(each.given.lines.map(({ buyer }) => buyer)).size);
      }),
      { numRuns: 40 },
    );
  });

  it('have a wrong check digit found at its row', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (each) => {
        const { found, row } = await checkWith(each, (number) =>
          number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
        );
        expect(found).toContainEqual(['org-number-check-digit', row]);
        expect(new Set(found.map(([, at]) => at))).toEqual(new Set([row]));
      }),
      { numRuns: 40 },
    );
  });

  it('have the number of another customer than the named one found at its row', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (each) => {
        const { found, row } = await checkWith({ ...each, hasName: true }, (_, { buyer }) =>
          orgNumber((buyer + 1) % towns.length),
        );
        expect(found).toContainEqual(['buyer-number-differs', row]);
        expect(new Set(found.map(([, at]) => at))).toEqual(new Set([row]));
      }),
      { numRuns: 40 },
    );
  });
});
