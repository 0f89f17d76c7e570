import { bytesOf } from '../byte-source.ts';
import { openTable } from '../open-table.ts';
import type { Row } from '../table.ts';

const encoder = new TextEncoder();
const utf8 = (text: string) => encoder.encode(text);
const utf16 = (text: string, little: boolean, mark = true) => {
  const units = (mark ? `\ufeff${text}` : text).split('').map((character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));
};
const single = (text: string, codes: Record<string, number>) =>
  Uint8Array.from(text, (character) => codes[character] ?? character.charCodeAt(0));

async function rowsOf(bytes: Uint8Array, options: Parameters<typeof openTable>[2] = {}) {
  const table = await openTable(bytesOf(bytes), 'rapport.csv', options);
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { table, rows, texts: rows.map(({ cells }) => cells.map(({ text }) => text)) };
}

const sample = 'Kunde;Vare;Beløp\r\nSør-Odal;Stol blå;1250,50\r\nÅsnes;Bærepose;12,00\r\nVåler;Æske;7,5\r\n';
const expected = [
  ['Kunde', 'Vare', 'Beløp'],
  ['Sør-Odal', 'Stol blå', '1250,50'],
  ['Åsnes', 'Bærepose', '12,00'],
  ['Våler', 'Æske', '7,5'],
];

describe('CSV files', () => {
  it.each([
    ['utf-8', utf8(sample)],
    ['utf-8', utf8(`\ufeff${sample}`)],
    ['utf-16le', utf16(sample, true)],
    ['utf-16be', utf16(sample, false)],
    ['utf-16le', utf16(sample, true, false)],
    ['windows-1252', single(sample, {})],
    ['ibm850', single(sample, { æ: 0x91, ø: 0x9b, å: 0x86, Æ: 0x92, Å: 0x8f })],
    ['macintosh', single(sample, { æ: 0xbe, ø: 0xbf, å: 0x8c, Æ: 0xae, Å: 0x81 })],
  ])('in %s', async (encoding, bytes) => {
    const { table, texts } = await rowsOf(bytes);
    expect(table).toMatchObject({ format: 'csv', encoding, delimiter: ';', notes: [] });
    expect(texts).toEqual(expected);
  });

  it('detects the only Norwegian letter in the last row', async () => {
    const { table, texts } = await rowsOf(
      single(`a;b\n${'x;1\n'.repeat(100_000)}Grønn – €;2\n`, { '–': 0x96, '€': 0x80 }),
    );
    expect(table.encoding).toBe('windows-1252');
    expect(texts.at(-1)).toEqual(['Grønn – €', '2']);
  });

  it('stays with UTF-8 when a few bytes are invalid, and notes it', async () => {
    const bytes = Uint8Array.from([...utf8('blåbær;æøå;ÆØÅ\n'.repeat(10)), 0xff, ...utf8(';1\n')]);
    const { table } = await rowsOf(bytes);
    expect(table).toMatchObject({
      encoding: 'utf-8',
      notes: [{ code: 'bytes-not-in-encoding', params: { count: 1 } }],
    });
  });

  it('leaves doubly encoded letters to the checks', async () => {
    expect((await rowsOf(utf8('Kunde;Antall\nSÃ¸r-Odal;1\n'))).texts[1]![0]).toBe('SÃ¸r-Odal');
  });

  it.each([
    [';', 'pris;antall;sum\n1,5;2;3,0\n2,5;4;10,0\n3,5;1;3,5\n'],
    [',', 'price,count,sum\n1.5,2,3.0\n2.5,4,10.0\n'],
    ['\t', 'pris\tantall\n1,5\t2\n1,25\t4\n'],
    ['|', 'a|b|c\n1|2,5|3\n'],
    ['\u001f', 'pris\u001fantall\u001fsum\n1,5\u001f2\u001f3,0\n2;5\u001f4\u001f10,0\n'],
    [';', 'Rapport første kvartal, Grue, Åsnes\n\nnr;vare;antall\n1;Stol, svart;2\n2;Bord, hvitt, lite;3\n3;Skap;4\n'],
    [';', 'sep=;\na,b;c,d\n'],
    ['^', 'pris^antall^sum\n1,5^2^3,0\n2,5^4^10,0\n'],
    ['~', 'a~b~c\n1~2,5~3\n'],
    [':', 'vare:antall\n00412:3\n00413:4\n'],
    [';', 'vare;levert\n1;2026-03-05 08:30:15\n2;2026-03-06 09:10:00\n'],
    [',', 'navn,beskrivelse\n"a;b;c;d",1\n"a;b;c",2\n'],
  ])('detects the delimiter %j', async (delimiter, text) => {
    expect((await rowsOf(utf8(text))).table.delimiter).toBe(delimiter);
  });

  it('ends at the DOS end-of-file character', async () => {
    expect((await rowsOf(utf8('a;b\r\n1;2\r\n\u001a'))).texts).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect((await rowsOf(utf8('a;b\r\n1;2\u001a'))).texts).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('uses the delimiter stated by the user', async () => {
    expect((await rowsOf(utf8('a,b;c\n'), { delimiter: ',' })).texts).toEqual([['a', 'b;c']]);
  });

  it('reads codes as text and retains row numbers', async () => {
    const { rows } = await rowsOf(utf8('sep=;\nvarenr;antall;;\n00412;1;;\n;;;\n\n7038010001239;2;;\n'));
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 2],
      [2, 2],
      [5, 2],
    ]);
    expect(rows[1]!.cells[0]).toEqual({ kind: 'text', text: '00412' });
  });

  it('reads the rest of a long file unchanged, wherever a piece ends', async () => {
    const expected = Array.from({ length: 40_000 }, (_, index) => [
      String(index),
      index % 3 === 0 ? 'blå\nbær' : 'æøå',
    ]);
    const { rows, texts } = await rowsOf(utf8(expected.map(([code, text]) => `${code};"${text}"\n`).join('')));
    expect(texts).toEqual(expected);
    expect(rows.at(-1)!.row).toBe(40_000);
  });

  it.each([
    ['file-empty', new Uint8Array(0)],
    ['file-empty', utf8('\ufeff \r\n\r\n')],
    ['not-a-table', utf8('%PDF-1.7 …')],
    ['not-a-table', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])],
    ['not-a-table', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251)],
    ['not-a-table', utf8('<?xml version="1.0"?><Invoice/>')],
    ['not-a-table', utf8('[{"a": 1}]')],
    ['not-a-table', utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n')],
    ['document-type-not-supported', utf8('ID;PWXL;N;E\nP;PGeneral\n')],
    ['document-type-not-supported', Uint8Array.from([0x09, 0x02, 0x06, 0x00, 0, 6, 5, 0])],
  ])('rejects: %s', async (code, bytes) => {
    await expect(openTable(bytesOf(bytes), 'rapport.xlsx')).rejects.toMatchObject({ name: 'ReadProblem', code });
  });

  it('enforces the limits of rows, columns and size', async () => {
    await expect(rowsOf(utf8('a\nb\nc\n'), { limits: { rowsMax: 2 } })).rejects.toMatchObject({
      code: 'too-many-rows',
      params: { row: 3, expected: 2 },
    });
    await expect(rowsOf(utf8('a;b;c\n'), { limits: { columnsMax: 2 } })).rejects.toMatchObject({
      code: 'too-many-columns',
    });
    await expect(rowsOf(utf8('a;b;c\n'), { limits: { sizeBytesMax: 2 } })).rejects.toMatchObject({ code: 'too-large' });
  });

  it('stops on abort', async () => {
    const stop = new AbortController();
    const table = await openTable(bytesOf(utf8('a;b\n'.repeat(200_000))), 'a.csv', { signal: stop.signal });
    const read = async () => {
      for await (const _ of table.batches()) stop.abort();
    };
    await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('notes a misleading file name', async () => {
    const table = await openTable(bytesOf(utf8('a\tb\n1\t2\n')), 'Salg 2026.XLS');
    expect(table.notes).toEqual([{ code: 'name-says-otherwise', params: { ending: 'xls', found: 'csv' } }]);
  });
});
