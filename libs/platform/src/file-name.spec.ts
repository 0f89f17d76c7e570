import fc from 'fast-check';
import { fileNameOf } from './file-name.ts';

const text = Buffer.from('Varenr;Antall\n');
const pdf = Buffer.from('%PDF-1.7\n');
const zip = Buffer.from('PK\x03\x04....');

describe('fileNameOf', () => {
  it.each([
    ['a name as people write it', 'Leveranserapport mars 2026 (v2).xlsx', zip, 'Leveranserapport mars 2026 (v2).xlsx'],
    ['letters of Norwegian and Sami', 'Priser – Ås og Kárášjohka.csv', text, 'Priser – Ås og Kárášjohka.csv'],
    ['folders', 'C:\\Users\\x\\..\\rapport.csv', text, 'rapport.csv'],
    ['folders of Unix', '../../etc/rapport.csv', text, 'rapport.csv'],
    ['line breaks and a header', 'x\r\nSet-Cookie: a=b;"<script>.html', pdf, 'xSet-Cookie: a=b;"script.pdf'],
    ['a direction that hides the ending', 'faktura_\u202efdp.exe', pdf, 'faktura_fdp.pdf'],
    ['invisible characters', 'rap\u200bport\u0000\u2028.csv', text, 'rapport.csv'],
    ['a page as a PDF', 'epd.html', pdf, 'epd.pdf'],
    ['two endings', 'epd.pdf.exe', pdf, 'epd.pdf'],
    ['a page as a text', 'rapport.html', text, 'rapport.txt'],
    ['a program as a workbook', 'rapport.xlsx.exe', zip, 'rapport.xlsx.zip'],
    ['a text that is called a PDF', 'rapport.pdf', text, 'rapport.txt'],
    ['a table under another ending, which the reader tells of', 'rapport.csv', zip, 'rapport.csv'],
    ['an ending that is a number', 'rapport 2026.03', text, 'rapport 2026.03'],
    ['no ending', 'rapport', text, 'rapport'],
    ['no name', '\r\n', text, 'file'],
    ['dots alone', '...', text, 'file'],
  ])('accepts %s', (_what, given, head, expected) => expect(fileNameOf(given, head)).toBe(expected));

  it('shortens a long name before its extension', () => {
    const name = fileNameOf(`${'æ'.repeat(400)}.xlsx`, zip);
    expect(name).toMatch(/æ\.xlsx$/);
    expect([...name]).toHaveLength(200);
  });

  it('never returns a name that breaks a header, hides its extension or leaves its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(text, pdf, zip), (given, head) => {
        const name = fileNameOf(given, head);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>/\\]|^\.|^$/u);
        expect(name).not.toMatch(/\.(?:html?|svg|js|exe|hta|lnk|bat|cmd|ps1|vbs)$/i);
        expect(fileNameOf(name, head)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});
