import fc from 'fast-check';
import { readPdf } from '../testing/read-pdf.ts';
import type { PdfDocument } from './pdf-document.ts';
import { PDF_ROWS_MAX, writePdf } from './write-pdf.ts';

const document: PdfDocument = {
  title: 'Møteark: Nortura SA',
  language: 'nb',
  author: 'RIIK',
  subtitle: 'Januar til juni 2026',
  writtenAt: new Date('2026-06-30T10:02:03Z'),
  footer: 'RIIK',
  blocks: [
    { kind: 'heading', text: 'Punktlighet' },
    { kind: 'text', text: 'To av tolv rapporter kom etter fristen.' },
    { kind: 'list', items: ['Rapporten for mars', 'Rapporten for april'] },
    {
      kind: 'table',
      caption: 'Beløp uten mva.',
      columns: [{ head: 'Mål' }, { head: 'Kroner', isFigure: true }],
      rows: [
        ['Rapportert', '1 234,50'],
        ['Bokført', '2 000,00'],
      ],
    },
  ],
};

describe('writePdf', () => {
  it('writes a tagged document with title, language and reading order', async () => {
    const read = readPdf(await writePdf(document));
    expect(read).toMatchObject({
      title: document.title,
      author: 'RIIK',
      language: 'nb-NO',
      isTagged: true,
      uaPart: '1',
      pageCount: 1,
    });
    expect(read.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'P', 'Table', 'TD', 'TH']));
    const parts = [
      'Møteark: Nortura SA',
      'Punktlighet',
      'To av tolv',
      'for april',
      'Beløp uten mva.',
      'Mål',
      '1 234,50',
    ];
    const places = parts.map((part) => read.text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('is the same bytes for the same document', async () => {
    expect((await writePdf(document)).equals(await writePdf(document))).toBe(true);
  });

  it('reads no text as markup', async () => {
    const text = fc.stringMatching(/^[#*_$`\\[\]{}"<>@=+/~a-z-]{1,12}$/);
    const texts = fc.sample(text, 30);
    const read = readPdf(
      await writePdf({ ...document, blocks: [{ kind: 'list', items: texts.map((each) => `(${each})`) }] }),
    );
    const written = read.text.replaceAll(/\s/g, '');
    for (const each of texts) expect(written).toContain(`(${each})`);
  });

  it('has a picture with its caption and description', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 40"><rect width="120" height="20"/><text x="130" y="15" font-size="10">12,5 tonn CO₂e</text></svg>';
    const picture = { kind: 'picture', caption: 'Tonn etter kategori', svg, description: 'Mat: 12,5 tonn.' } as const;
    const file = await writePdf({ ...document, isCompact: true, blocks: [picture] });
    const read = readPdf(file);
    expect(read).toMatchObject({ uaPart: '1', isTagged: true, pageCount: 1 });
    expect(read.roles).toEqual(expect.arrayContaining(['Figure']));
    expect(read.text).toContain('Tonn etter kategori');
    expect(read.pictures).toEqual(['Mat: 12,5 tonn.']);
  });

  it('refuses tables longer than anyone reads', async () => {
    const rows = Array.from({ length: PDF_ROWS_MAX + 1 }, () => ['x']);
    const block = { kind: 'table', caption: 'x', columns: [{ head: 'x' }], rows } as const;
    await expect(writePdf({ ...document, blocks: [block] })).rejects.toThrow('2001 rows');
  });
});
