import { bytesOf, openTable, writeXlsx, type TableFile } from './index.ts';
import { storableSheetNames } from './sheet-names.ts';

async function workbook(...names: string[]): Promise<TableFile> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(
    names.map((name) => ({ name, columns: [{ header: 'Vare' }], rows: [[`i ${name.slice(0, 4)}`]] })),
  ))
    pieces.push(piece);
  return openTable(bytesOf(Buffer.concat(pieces)), 'ark.xlsx');
}

describe('sheet names', () => {
  it.each([
    ['Kari Nordmann', '•••'],
    ['Vikartimer_Kari_Nordmann', 'Vikartimer •••'],
    ['Lønn 150180 10035', 'Lønn •••••••••••'],
    ['15018012345', '•••'],
    ['tlf 912 34 567', 'tlf •••'],
  ])('are redacted: %s', (name, stored) => {
    expect(storableSheetNames([name])).toEqual([stored]);
    expect(storableSheetNames([stored])).toEqual([stored]);
  });

  it.each([
    'Ark1',
    'Jan',
    'Mai 2026',
    'August',
    'Kongsvinger',
    'Rema 1000 AS',
    'Per leverandør',
    'Sum_juli',
    '2026-07',
    '',
  ])('remain unchanged without persons: %s', (name) => {
    expect(storableSheetNames([name])).toEqual([name]);
  });

  it('are numbered when two would be equal', () => {
    expect(storableSheetNames(['Kari Nordmann', '•••', 'Ola Hansen', 'Salg'])).toEqual([
      '••• 2',
      '•••',
      '••• 3',
      'Salg',
    ]);
  });

  it('are the same in the list of sheets and in the rows of an opened workbook', async () => {
    const table = await workbook('Kari Nordmann', 'Salg');
    const rows: string[] = [];
    for await (const batch of table.batches())
      rows.push(...batch.map(({ sheet, cells }) => `${sheet}: ${cells[0]?.text ?? ''}`));
    expect(table.sheets.map(({ name }) => name)).toEqual(['•••', 'Salg']);
    expect(table.renamedSheets).toBe(1);
    expect(rows).toEqual(['•••: Vare', '•••: i Kari', 'Salg: Vare', 'Salg: i Salg']);
  });
});
