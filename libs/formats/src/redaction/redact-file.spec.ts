import { bytesOf, openTable, openZip, readEntry, writeXlsx, writeZip } from '@tallgrunn/tabular';
import { drawFrom, drawPerson, containsTrace, personalShapes } from '@tallgrunn/values/testing';
import { readDeclaration } from '../footprint/read-declaration.ts';
import { sampleEpdJson, sampleEpdXml } from '../testing/sample-epd.ts';
import { samplePdf } from '../testing/sample-pdf.ts';
import { redactFile, type RedactOptions } from './redact-file.ts';
import type { ContactKind } from './redact-table.ts';

const person = '150180 10035';

async function bytes(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function redacted(
  content: string | Uint8Array,
  name: string,
  options: RedactOptions = { as: 'document' },
): Promise<{ name: string; bytes: Buffer } | null> {
  const copy = await redactFile(bytesOf(Buffer.from(content)), name, options);
  return copy && { name: copy.name, bytes: await bytes(copy.bytes) };
}

describe('document', () => {
  it('is redacted in every encoding, in XML and in JSON', async () => {
    const draw = drawFrom(7);
    for (const shape of personalShapes) {
      const someone = drawPerson(draw);
      const xml = await redacted(
        `<a b="${shape.write(someone)}"><!-- ${shape.write(someone)} -->${shape.write(someone)}<![CDATA[${shape.write(someone)}]]></a>`,
        'a.xml',
      );
      const json = await redacted(JSON.stringify({ [shape.write(someone)]: [shape.write(someone)] }), 'a.json');
      for (const copy of [xml, json])
        expect([shape.name, copy !== null && containsTrace(copy.bytes.toString(), shape.trace(someone))]).toEqual([
          shape.name,
          false,
        ]);
    }
  });

  it('is unchanged without personal data', async () => {
    expect(await redacted(sampleEpdXml({ reviewer: 'Kontroll AS' }), 'epd.xml')).toBeNull();
    expect(await redacted(JSON.stringify(sampleEpdJson({ reviewer: 'Kontroll AS' })), 'epd.json')).toBeNull();
    expect(
      await redacted(
        '{"pcf":"12.055678901","on":"2026-01-15T10:00:00Z","id":"0b5a1f3e-7c1d-4f6a-9a55-0d9b5b1f2a01","n":3.25}',
        'a.json',
      ),
    ).toBeNull();
  });

  it('has unchanged figures: an EPD reads the same except for its reviewer', async () => {
    const copy = await redacted(sampleEpdXml({ reviewer: 'Kari Nordmann, Kontroll AS' }), 'epd.xml');
    const [before, after] = [
      await readDeclaration(bytesOf(Buffer.from(sampleEpdXml({ reviewer: '•••, Kontroll AS' })))),
      await readDeclaration(bytesOf(copy!.bytes)),
    ];
    expect(after).toEqual(before);
  });

  it('is written in UTF-8 and declares it', async () => {
    const copy = await redacted(
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><a>Blåbær til Kari Nordmann</a>`, 'latin1'),
      'a.xml',
    );
    expect(copy!.bytes.toString()).toBe('<?xml version="1.0" encoding="UTF-8"?><a>Blåbær til •••</a>');
  });

  it('preserves escaped characters and escapes its own', async () => {
    const copy = await redacted('<a x="1 &lt; 2">A &amp; B</a><b>Kari Nordmann &amp; &lt;sønn&gt;</b>', 'a.xml');
    expect(copy!.bytes.toString()).toBe('<a x="1 &lt; 2">A &amp; B</a><b>••• &amp; &lt;sønn&gt;</b>');
  });

  it('is left to its reader when nested too deeply', async () => {
    expect(await redacted('['.repeat(200_000) + ']'.repeat(200_000), 'a.json')).toBeNull();
  });

  it('is redacted entry by entry in an archive, including entry names', async () => {
    const zip = await bytes(
      writeZip([
        { name: 'ILCD/processes/1.xml', content: [Buffer.from('<a>Kari Nordmann</a>')] },
        { name: `docs/${person}.txt`, content: [Buffer.from('fra Kari Nordmann')] },
        { name: 'a.png', content: [Buffer.from([0x89, 0x50, 0xff])] },
      ]),
    );
    const copy = await redacted(zip, 'epd.zip');
    const opened = await openZip(bytesOf(copy!.bytes));
    const entries = await Promise.all(
      opened.entries.map(async (entry) => [
        entry.name,
        Buffer.from(await readEntry(opened, entry, 1_000)).toString('latin1'),
      ]),
    );
    expect(entries.map(([name]) => name)).toEqual(['ILCD/processes/1.xml', 'docs/part-2.txt', 'a.png']);
    expect(JSON.stringify(entries)).not.toMatch(/Nordmann|10035/);
    expect(entries[2]![1]).toBe('\u0089P\u00ff');
  });
});

describe('PDF', () => {
  const xmp = (name: string) =>
    `<< /Type /Metadata /Subtype /XML >>\nstream\n<?xpacket begin=""?><rdf:Description rdf:about="" xmlns:dc="x" xmp:CreatorTool="${name}"><dc:creator>${name}</dc:creator></rdf:Description><?xpacket end="w"?>\nendstream`;
  const info = (name: string) =>
    `<< /Author (${name} \\(hjemme\\) (x)) /CreationDate (D:20260101) /Title <${Buffer.from(name).toString('hex')}> >>`;

  it('has its author metadata blanked, with every byte at its offset', async () => {
    const pdf = samplePdf('Oppdiktet.', 'table', [info('Kari Nordmann'), xmp('Kari Nordmann')]);
    const copy = (await redacted(pdf, 'epd.pdf'))!.bytes;
    expect(copy).toHaveLength(pdf.length);
    expect(copy.toString('latin1')).not.toMatch(/Nordmann|4e6f72646d616e6e|hjemme/i);
    expect(copy.toString('latin1')).toContain('/CreationDate (D:20260101)');
    expect(copy.toString('latin1')).toContain('xmlns:dc="x"');
    expect(copy.subarray(copy.indexOf('xref'))).toEqual(pdf.subarray(pdf.indexOf('xref')));
    expect(await redacted(copy, 'epd.pdf')).toBeNull();
  });

  it('is unchanged without author metadata', async () => {
    expect(await redacted(samplePdf(), 'epd.pdf')).toBeNull();
  });
});

describe('table', () => {
  const statedBy = (heading: string): ContactKind | null =>
    heading === 'E-post' ? 'mail' : heading === 'Kontakt' ? 'name' : null;
  const csv = `Vare;Merknad;Kontakt;E-post\nOst;Ring Kari Nordmann ${person};Kari Nordmann ${person};kari@example.no\n`;

  it('is redacted except for contacts in columns meant for them', async () => {
    const copy = await redacted(csv, 'a.csv', { as: 'table', stated: statedBy });
    expect(copy!.bytes.toString()).toBe(
      '\ufeffVare;Merknad;Kontakt;E-post\r\nOst;Ring ••• •••••••••••;Kari Nordmann •••••••••••;kari@example.no\r\n',
    );
  });

  it('remains a workbook with any sheet names, and personal numbers are masked', async () => {
    const book = await bytes(
      writeXlsx([
        {
          name: 'Kari Nordmann',
          columns: [
            { header: 'Fnr', kind: 'number' },
            { header: 'Pris', kind: 'number' },
          ],
          rows: [['15018010035', '12.5']],
        },
      ]),
    );
    const copy = await redacted(book, 'a.xlsx', { as: 'table' });
    const table = await openTable(bytesOf(copy!.bytes), copy!.name);
    const cells: string[] = [];
    for await (const batch of table.batches())
      for (const row of batch) cells.push(...row.cells.map(({ text }) => text));
    expect([table.sheets.map(({ name }) => name), cells]).toEqual([['•••'], ['Fnr', 'Pris', '•••••••••••', '12.5']]);
  });

  it('loses a workbook’s author metadata, and retains its cells', async () => {
    const book = await bytes(writeXlsx([{ name: 'Priser', columns: [{ header: 'Vare' }], rows: [['Ost']] }]));
    const zip = await openZip(bytesOf(book));
    const parts = await Promise.all(
      zip.entries.map(async (entry) => ({ name: entry.name, content: [await readEntry(zip, entry, 1_000_000)] })),
    );
    const made = (by: string) =>
      bytes(
        writeZip([
          ...parts,
          {
            name: 'docProps/core.xml',
            content: [Buffer.from(`<cp:coreProperties><dc:creator>${by}</dc:creator></cp:coreProperties>`)],
          },
        ]),
      );
    expect(await redacted(await made('Openpyxl'), 'a.xlsx', { as: 'table' })).toBeNull();
    const copy = await redacted(await made('Kari Nordmann'), 'a.xlsx', { as: 'table' });
    const table = await openTable(bytesOf(copy!.bytes), 'a.xlsx');
    const cells: string[] = [];
    for await (const batch of table.batches())
      for (const row of batch) cells.push(...row.cells.map(({ text }) => text));
    expect(cells).toEqual(['Vare', 'Ost']);
    expect((await openZip(bytesOf(copy!.bytes))).entries.map(({ name }) => name)).not.toContain('docProps/core.xml');
  });

  it('is unchanged without personal data', async () => {
    expect(await redacted('Varenummer;Varenavn\n00512;Kjøttdeig storfe 2,5 kg\n', 'a.csv', { as: 'table' })).toBeNull();
  });
});
