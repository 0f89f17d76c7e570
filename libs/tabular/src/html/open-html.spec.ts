import fc from 'fast-check';
import { readAll } from '../testing/read-all.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const textsOf = async (html: string, name = 'rapport.xls') => {
  const { rows } = await readAll(utf8(html), name);
  return rows.map(({ row, cells }) => [row, ...cells.map(({ text }) => text)]);
};

/** Text of a cell as a page shows it: without blanks at its ends or two in a row. */
const shown = fc
  .stringMatching(/^[\p{L}\p{N}&<>"'=%.,;:()/ -]{0,12}$/u)
  .map((text) => text.replace(/\s+/g, ' ').trim());
const table = fc.array(fc.array(shown, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
/** How a program writes its page. */
const look = fc.record({
  isUpper: fc.boolean(),
  isClosed: fc.boolean(),
  hasSections: fc.boolean(),
  isWrapped: fc.boolean(),
  isNumeric: fc.boolean(),
  head: fc.constantFrom(
    '',
    '<html><head><title>Rapport</title><style>td { color: red }</style></head><body>',
    '<!DOCTYPE html>\r\n<meta charset=iso-8859-1>',
  ),
});

interface Look {
  isUpper: boolean;
  isClosed: boolean;
  hasSections: boolean;
  isWrapped: boolean;
  isNumeric: boolean;
  head: string;
}

function pageOf(
  rows: readonly string[][],
  { isUpper, isClosed, hasSections, isWrapped, isNumeric, head }: Look,
): string {
  const tag = (name: string) => (isUpper ? name.toUpperCase() : name);
  const escaped = (text: string) =>
    isNumeric
      ? text.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`)
      : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const cell = (text: string) =>
    `<${tag('td')} class=xl24 align="right">${isWrapped ? `<font size=2><b>${escaped(text)}</b></font>` : escaped(text)}${isClosed ? `</${tag('td')}>` : ''}`;
  const body = rows
    .map((row) => `<${tag('tr')}>\r\n${row.map(cell).join('\n')}${isClosed ? `</${tag('tr')}>` : ''}`)
    .join('\n');
  const section = hasSections ? `<tbody>${body}</tbody>` : body;
  return `${head}<${tag('table')} border=1>${section}</${tag('table')}>`;
}
const expectedOf = (rows: readonly string[][]) =>
  rows.flatMap((row, at) => {
    const last = row.findLastIndex((text) => text !== '');
    return last < 0 ? [] : [[at + 1, ...row.slice(0, last + 1)]];
  });

const quotedPrintable = (bytes: Uint8Array, width: number) => {
  let text = '';
  let line = 0;
  for (const byte of bytes) {
    const sign =
      (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line + sign.length > width) {
      text += '=\r\n';
      line = 0;
    }
    text += sign;
    line += sign.length;
  }
  return text;
};
const base64 = (bytes: Uint8Array, width: number) =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  ).join('\r\n');

describe('a web page named .xls', () => {
  it('has the cells that it shows, in the rows of its tables, however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(table, look, async (rows, drawn) => {
        expect(await textsOf(pageOf(rows, drawn))).toEqual(expectedOf(rows));
      }),
    );
  });

  it('is read from a web archive as well, whatever its encoding and its line length', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        look,
        fc.integer({ min: 4, max: 76 }),
        fc.boolean(),
        async (rows, drawn, width, isBase64) => {
          const bytes = utf8(pageOf(rows, drawn));
          const body = isBase64 ? base64(bytes, width) : quotedPrintable(bytes, width);
          const archive = [
            'MIME-Version: 1.0',
            'Content-Type: multipart/related;',
            '\tboundary="----=_del"',
            '',
            'Ett dokument.',
            '------=_del',
            'Content-Location: file:///C:/rapport/ark1.htm',
            `Content-Transfer-Encoding: ${isBase64 ? 'base64' : 'quoted-printable'}`,
            'Content-Type: text/html; charset="utf-8"',
            '',
            body,
            '------=_del',
            'Content-Type: image/png',
            '',
            '<table><tr><td>bilde</td></tr></table>',
            '------=_del--',
            '',
          ].join('\r\n');
          expect(await textsOf(archive)).toEqual(expectedOf(rows));
        },
      ),
    );
  });

  it('is one sheet, and says that its name is of another kind', async () => {
    const { table: read } = await readAll(utf8('<table><tr><td>1</table>'), 'rapport.xls');
    expect(read).toMatchObject({
      format: 'html',
      sheets: [{ name: '', hidden: false }],
      notes: [{ code: 'name-says-otherwise', params: { ending: 'xls', found: 'html' } }],
    });
  });

  it('puts lines of text, tables and tables within cells below each other, as a spreadsheet does', async () => {
    expect(
      await textsOf(
        '<h1>Leveranser</h1><p>2. kvartal<br>Eidskog<table><tr><td>Vare<td>Antall</table>Sum<table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</td></tr></table>',
      ),
    ).toEqual([
      [1, 'Leveranser'],
      [2, '2. kvartal'],
      [3, 'Eidskog'],
      [4, 'Vare', 'Antall'],
      [5, 'Sum'],
      [6, 'a'],
      [7, 'b', 'c'],
      [8, 'd'],
    ]);
  });

  it('leaves the columns free that a cell above or beside covers', async () => {
    const { table: read, rows } = await readAll(
      utf8(
        '<table><tr><td rowspan=2>Kunde</td><td colspan=2>Mengde</td><td>Pris</td></tr><tr><td>kg</td><td>stk</td><td rowspan=9>kr</td></tr><tr style="display:none"><td>Grue</td></tr></table>',
      ),
      'a.xls',
    );
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Kunde', 'Mengde', '', 'Pris'],
      ['', 'kg', 'stk', 'kr'],
      ['Grue'],
    ]);
    expect(rows[2]!.hidden).toBe(true);
    expect(read.sheets[0]!.merged).toEqual(['A1:A2', 'B1:C1', 'D2:D10']);
  });

  it('takes the value that Excel writes beside a number, and the text of a date', async () => {
    const { rows } = await readAll(
      utf8(
        '<table><tr><td x:num="1250.5">1&nbsp;250,50</td><td x:num="46115">03.04.2026</td><td x:num="412">00412</td><td x:num>12</td><td x:fmla="=A1*2" x:num="2501">2 501</td></tr></table>',
      ),
      'a.xls',
    );
    expect(rows[0]!.cells).toEqual([
      { kind: 'number', text: '1250.5' },
      { kind: 'text', text: '03.04.2026' },
      { kind: 'number', text: '412', shown: '00412' },
      { kind: 'text', text: '12' },
      { kind: 'number', text: '2501', formula: '=A1*2' },
    ]);
  });

  it('reads the bytes as they are, whatever encoding the page declares', async () => {
    const latin = Uint8Array.from('<meta charset=utf-8><table><tr><td>Åsnes</table>', (sign) => sign.charCodeAt(0));
    expect((await readAll(latin, 'a.xls')).cells).toEqual([{ kind: 'text', text: 'Åsnes' }]);
  });

  it.each([
    ['without a table', '<html><body><p>Logg inn</p></body></html>', 'not-a-table'],
    ['with a million open tags', `<table><tr><td>${'<b>'.repeat(1_000_000)}`, 'workbook-damaged'],
    ['with an endless attribute', `<table><tr><td title="${'x'.repeat(9_000_000)}`, 'workbook-damaged'],
    ['with an endless comment', `<table><tr><td>1</td></tr></table><!-- ${'x'.repeat(9_000_000)}`, 'workbook-damaged'],
    ['with an endless cell', `<table><tr><td>${'x'.repeat(40_000)}</table>`, 'cell-too-long'],
    ['with too many columns', `<table><tr>${'<td>1'.repeat(600)}</table>`, 'too-many-columns'],
    ['with a cell that covers too many columns', `<table><tr><td colspan=900>1<td>2</table>`, 'too-many-columns'],
  ])('is refused %s', async (_, html, code) => {
    await expect(readAll(utf8(html), 'a.xls')).rejects.toMatchObject({ code });
  });

  it('is read to its end when nothing is closed, and runs nothing', async () => {
    expect(
      await textsOf(
        '<table><tr><td rowspan=99999999 colspan=-3>1<script>document.write("<tr><td>2")</script><tr><td>3<svg><text>4',
      ),
    ).toEqual([
      [1, '1'],
      [2, '', '3'],
    ]);
  });
});
