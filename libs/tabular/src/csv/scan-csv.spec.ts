import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvScanner } from './scan-csv.ts';

const LARGE = 1_000_000;

function scan(text: string, { delimiter = ';', cellMax = LARGE, cut = text.length || 1 } = {}) {
  const notes: string[] = [];
  const scanner = new CsvScanner({ delimiter, cellMax, onNote: (code, row) => notes.push(`${code} ${row}`) });
  const records = [];
  for (let at = 0; at < text.length; at += cut)
    records.push(...scanner.push(text.slice(at, at + cut), at + cut >= text.length));
  return { fields: records.map(({ fields }) => fields), rows: records.map(({ row }) => row), records, notes };
}

describe('the CSV scanner', () => {
  it.each([
    [
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;\n;b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a;', [['a', '']]],
    ['"a;b";"c\nd"\n', [['a;b', 'c\nd']]],
    ['"a ""b""";""\n', [['a "b"', '']]],
    ['"a"  ;b', [['a', 'b']]],
    ['5" rør;1', [['5" rør', '1']]],
  ])('reads %j', (text, fields) => {
    for (const cut of [text.length, 1, 2, 3]) expect(scan(text, { cut })).toMatchObject({ fields, notes: [] });
  });

  it('counts blank lines as rows but returns none for them', () => {
    expect(scan('a\n\n\r\nb\n')).toMatchObject({ fields: [['a'], ['b']], rows: [1, 4] });
  });

  it.each([
    ['"Stol "Grue" svart";12\n', [['Stol "Grue" svart', '12']], 'quote-broken 1'],
    [
      '"3/4" rør;12\nx;y\n',
      [
        ['"3/4" rør', '12'],
        ['x', 'y'],
      ],
      'quote-broken 1',
    ],
    ['"Skrue 3" lang;"Mutter";3\n', [['"Skrue 3" lang', 'Mutter', '3']], 'quote-broken 1'],
    [
      '"abc;1\n"def";2\n',
      [
        ['"abc', '1'],
        ['def', '2'],
      ],
      'quote-never-closed 1',
    ],
    [
      'a;"b\nc;d',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
      'quote-never-closed 1',
    ],
  ])('tolerates broken quotes: %j', (text, fields, note) => {
    for (const cut of [text.length, 1, 4]) {
      const found = scan(text, { cut });
      expect(found.fields).toEqual(fields);
      expect(found.notes[0]).toBe(note);
    }
  });

  it('loses one row, not the rest of the file, to an unclosed quote', () => {
    const text = `a;b\n"c;d\n${'e;f\n'.repeat(100)}`;
    const { fields, notes } = scan(text, { cellMax: 50, cut: 16 });
    expect(fields).toHaveLength(102);
    expect(fields[1]).toEqual(['"c', 'd']);
    expect(notes).toEqual(['quote-never-closed 2']);
  });

  it('rejects a cell beyond the limit with its location', () => {
    for (const text of [`a;b\n1;${'x'.repeat(51)}`, `a;b\n1;"${'x'.repeat(60)}"`]) {
      expect(() => scan(text, { cellMax: 50 })).toThrow(
        expect.objectContaining({ code: 'cell-too-long', params: expect.objectContaining({ row: 2, column: 2 }) }),
      );
    }
  });

  const field = fc.oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[ab"; ,\r\n\t]{0,6}$/));
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  const written = fc.record({
    table,
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    cut: fc.integer({ min: 1, max: 40 }),
    closed: fc.boolean(),
  });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('agrees with csv-parse on all well-formed files, however they are split into pieces', () => {
    fc.assert(
      fc.property(written, ({ table: rows, delimiter, newline, cut, closed }) => {
        const plain = (text: string) =>
          text !== '' && ![...'"\r\n', delimiter].some((character) => text.includes(character)) && text.trim() === text;
        const text =
          rows.map((row) => row.map((each) => (plain(each) ? each : quote(each))).join(delimiter)).join(newline) +
          (closed ? newline : '');
        const expected = parse(text, { delimiter, record_delimiter: newline, relax_column_count: true });
        const found = scan(text, { delimiter, cut });
        expect(found.fields).toEqual(expected);
        expect(found.fields).toEqual(rows);
        expect(found.notes).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws and does not depend on the split into pieces, whatever the text', () => {
    const mess = fc.oneof(fc.stringMatching(/^[a"; \r\n]{0,40}$/), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(mess, fc.integer({ min: 1, max: 20 }), (text, cut) => {
        expect(scan(text, { cut })).toEqual(scan(text));
      }),
      { numRuns: 1000, examples: [['";"a\n', 1]] },
    );
  });

  it('loses no character of a malformed file except quotes and line ends', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a"; \n]{0,40}$/), (text) => {
        const letters = (all: string) => all.replace(/[^a]/g, '').length;
        expect(letters(scan(text).fields.flat().join(''))).toBe(letters(text));
      }),
    );
  });
});
