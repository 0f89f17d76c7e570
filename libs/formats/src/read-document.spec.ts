import { bytesOf, writeZip } from '@tallgrunn/tabular';
import { readDocument } from './read-document.ts';
import { readInvoices } from './invoice/read-invoices.ts';
import type { DocumentKind } from './reading.ts';
import { sampleUbl } from './testing/sample-ubl.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, as: DocumentKind, name = 'file') =>
  readDocument(bytesOf(typeof content === 'string' ? encode(content) : content), name, as);

async function zipped(files: Record<string, string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(Object.entries(files).map(([name, text]) => ({ name, content: [encode(text)] }))))
    pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const invoice = (id: string): string => sampleUbl({ id, lines: [{ net: '1.00' }], lineExtensionAmount: '1.00' });

describe('zip of invoices', () => {
  it('is read one document at a time; other files are skipped, invalid ones refused by name', async () => {
    const zip = await zipped({
      'a/1.xml': invoice('1'),
      'a/1.pdf': 'pdf',
      '__MACOSX/._1.xml': 'x',
      '2.XML': invoice('2'),
      '3.xml': '<Order/>',
    });
    const names: [string, boolean][] = [];
    for await (const reading of readInvoices(bytesOf(zip), 'mars.zip')) names.push([reading.name, reading.ok]);
    expect(names).toEqual([
      ['mars.zip/a/1.xml', true],
      ['mars.zip/2.XML', true],
      ['mars.zip/3.xml', false],
    ]);
    expect(await read(zip, 'invoice', 'mars.zip')).toMatchObject({
      ok: true,
      document: { invoices: [{ id: '1' }, { id: '2' }] },
      findings: [{ code: 'wrong-root', place: { path: 'mars.zip/3.xml/Order' } }],
    });
  });

  it('is refused when damaged, a zip bomb or without documents', async () => {
    const zip = await zipped({ '1.xml': invoice('1') });
    expect(await read(zip.subarray(0, zip.length - 30), 'invoice')).toMatchObject({ ok: false, code: 'zip-damaged' });
    expect(await read(await zipped({ 'a.pdf': 'x' }), 'invoice')).toMatchObject({
      ok: false,
      code: 'zip-without-documents',
    });
    const bomb = await zipped({ 'a.xml': invoice('1').replace('Vare', 'x'.repeat(30_000_000)), 'b.xml': invoice('2') });
    expect(await read(bomb, 'invoice', 'b.zip')).toMatchObject({ ok: false, code: 'zip-bomb' });
  });
});

describe('readDocument', () => {
  it('reads tables and ledgers, and refuses other files', async () => {
    expect(await read('a;b\n1;2\n', 'table')).toMatchObject({
      ok: true,
      document: {
        format: 'csv',
        delimiter: ';',
        sheets: [
          {
            rows: [
              { row: 1, cells: ['a', 'b'] },
              { row: 2, cells: ['1', '2'] },
            ],
          },
        ],
      },
    });
    expect(await read('Bilagsnr;Art;Orgnr;Beløp\n1;115;311047116;1,5\n', 'ledger')).toMatchObject({
      ok: true,
      document: { totals: { NOK: '1.5' }, lines: [{ account: { code: '115' } }] },
    });
    expect(await read('a;b\n1;2\n', 'ledger')).toMatchObject({
      ok: false,
      code: 'ledger-no-profile',
      findings: [{ params: { headers: 'a, b' } }],
    });
    expect(await read('%PDF-1.7', 'ledger')).toMatchObject({ ok: false, code: 'not-a-table' });
    for (const as of ['invoice', 'ledger', 'table', 'declaration'] as const)
      expect(await read('', as)).toMatchObject({ ok: false, code: 'file-empty' });
  });
});
