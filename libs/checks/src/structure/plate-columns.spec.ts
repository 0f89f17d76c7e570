import { bytesOf, openTable, writeRedacted } from '@tallgrunn/tabular';
import { checkReport } from '../check-report.ts';
import { FileRedactor, inspectedTable } from '../redaction/redact-file.ts';
import { FileInspection } from '../redaction/inspect-file.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { TermsField } from '../terms.ts';
import { heading, line, march } from '../testing.ts';

const plates = ['EK 12345', 'el54321', 'SU-11111', 'ZN\u00a098765'];

/**
 * Redacts lines with an additional last column and returns that column's cells as written. The check results of the
 * whole file and the copy must be equal.
 */
async function columnOf(
  own: string,
  cells: readonly string[],
  field: Partial<TermsField> & { name: string },
  lines: readonly string[] = cells.map((_, at) => line({ invoice: `F${at}` })),
): Promise<string[]> {
  const food = monthlyFood();
  const terms = {
    ...food,
    tables: food.tables.map((table) => ({
      ...table,
      fields: [
        ...table.fields.filter(({ name }) => name !== field.name),
        { type: 'string' as const, title: own, ...field },
      ],
    })),
  };
  const text = [`${heading};${own}`, ...lines.map((each, at) => `${each};${cells[at] ?? ''}`)].join('\r\n');
  const table = await openTable(bytesOf(Buffer.from(text)), 'alle.csv');
  const look = new FileInspection(compilePlan(terms, march), table);
  for await (const batch of inspectedTable(table, look).batches()) void batch;
  look.end();
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRedacted(table, new FileRedactor(look))) pieces.push(piece);
  const copy = Buffer.concat(pieces);
  const [whole, cut] = await Promise.all(
    [table, await openTable(bytesOf(copy), 'alle.csv')].map((each) => checkReport(each, { terms, context: march })),
  );
  expect(cut).toEqual(whole);
  for (const plate of plates)
    expect([
      plate,
      JSON.stringify(whole).includes(plate) && cells.includes(plate) && !copy.toString().includes(plate),
    ]).toEqual([plate, false]);
  return copy
    .toString()
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(';').at(-1)!);
}

describe('a column of vehicle registration numbers', () => {
  it('is redacted completely with such a heading', async () => {
    expect(await columnOf('Kjennemerke', [plates[0]!, 'Henger', ''], { name: 'car' })).toEqual(['•••', 'Henger', '']);
  });

  it('is redacted when most cells look like one', async () => {
    expect(await columnOf('Brukt til', [...plates, 'Annet'], { name: 'use' })).toEqual([
      '•••',
      '•••',
      '•••',
      '•••',
      'Annet',
    ]);
  });

  it('is redacted as a delivery site', async () => {
    const lines = plates.map((_, at) => line({ invoice: `F${at}` }));
    expect(await columnOf('Leveringssted', plates, { name: 'site', role: 'site' }, lines)).toEqual([
      '•••',
      '•••',
      '•••',
      '•••',
    ]);
  });

  it.each<[string, string, readonly string[], Partial<TermsField> & { name: string }]>([
    [
      'it is the number of an item',
      'Varekode',
      ['AB12345', 'AB12346', 'AB12347'],
      { name: 'itemCode', role: 'itemNumber' },
    ],
    [
      'it is the number of an order',
      'Ordrenr',
      ['AB12345', 'AB12346', 'AB12347'],
      { name: 'order', role: 'orderNumber' },
    ],
    ['its heading says that it is a number', 'Serienummer', ['AB12345', 'AB12346', 'AB12347'], { name: 'serial' }],
    [
      'the terms say how it is written',
      'Merke',
      ['AB12345', 'AB12346', 'AB12347'],
      { name: 'brand', constraints: { pattern: '[A-Z]{2}[0-9]{5}' } },
    ],
    [
      'too few cells look like one',
      'Merknad fra lager',
      ['AB12345', 'AB12346', 'AB12347', 'Hylle 3', 'Hylle 4'],
      { name: 'remark' },
    ],
    ['it is one number again and again', 'Hylle', ['AB12345', 'AB12345', 'AB12345'], { name: 'shelf' }],
  ])('remains when %s', async (_, own, cells, field) => expect(await columnOf(own, cells, field)).toEqual(cells));
});
