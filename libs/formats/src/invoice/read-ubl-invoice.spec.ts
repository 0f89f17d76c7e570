import type { Read, Reading, Refused } from '../reading.ts';
import { messageOf } from '../messages/message-of.ts';
import { chunked, sampleUbl } from '../testing/sample-ubl.ts';
import { xmlLimits } from '../xml/limits.ts';
import type { InvoiceDocument } from './invoice.ts';
import { readUblInvoice } from './read-ubl-invoice.ts';

const read = async (text: string | Uint8Array): Promise<Read<InvoiceDocument>> => {
  const reading = await readUblInvoice(chunked(text), { name: 'a.xml' });
  if (!reading.ok) throw new Error(reading.code);
  return reading;
};
const refuse = async (text: string | Uint8Array, limits = xmlLimits): Promise<Refused> => {
  const reading: Reading<InvoiceDocument> = await readUblInvoice(chunked(text), { limits });
  if (reading.ok) throw new Error('was read');
  return reading;
};
const codes = (reading: { findings: readonly { code: string }[] }): string[] => reading.findings.map((f) => f.code);
const line = { quantity: '2', unit: 'KGM', net: '50.00', price: '25.00', name: 'Kjøttdeig', sellerNumber: '0041207' };

describe('valid invoice', () => {
  it('preserves texts exactly as written and has no findings', async () => {
    const { document, findings } = await read(
      sampleUbl({ lines: [line, { net: '10.5' }], lineExtensionAmount: '60.50' }),
    );
    expect(findings).toEqual([]);
    expect(document).toMatchObject({ id: '1001', type: 'invoice', currency: 'NOK', issuedOn: '2026-03-02' });
    expect(document.seller).toMatchObject({ orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' });
    expect(document.lines[0]).toMatchObject({
      id: '1',
      quantity: '2',
      unit: 'KGM',
      netAmount: '50.00',
      item: { name: 'Kjøttdeig', sellerNumber: '0041207' },
    });
    expect(document.totals.lineExtensionAmount).toBe('60.50');
  });

  it('reads any prefix, an envelope, and text in CDATA', async () => {
    const text = sampleUbl({
      lines: [{ ...line, name: '<![CDATA[Fisk & "skalldyr"]]>' }],
      lineExtensionAmount: '50.00',
    });
    const renamed = text
      .replaceAll('cbc:', 'x:')
      .replace('xmlns:cbc', 'xmlns:x')
      .replace(':cbc=', ':x=')
      .replace(/<\?xml.*\?>/, '');
    const bare = await read(renamed);
    expect(bare.document.lines[0]?.item.name).toBe('Fisk & "skalldyr"');
    const head = '<sh:StandardBusinessDocumentHeader><sh:Type>Invoice</sh:Type></sh:StandardBusinessDocumentHeader>';
    const wrapped = await read(
      `<sh:StandardBusinessDocument xmlns:sh="urn:sbdh">${head}${renamed}</sh:StandardBusinessDocument>`,
    );
    expect(wrapped.document).toEqual(bare.document);
  });

  it('reads Latin-1 and UTF-16 as well as UTF-8', async () => {
    const text = sampleUbl({ lines: [line], lineExtensionAmount: '50.00' });
    const latin = Uint8Array.from(text.replace('UTF-8', 'ISO-8859-1'), (c) => c.charCodeAt(0));
    expect((await read(latin)).document.lines[0]?.item.name).toBe('Kjøttdeig');
    const wide = new Uint8Array(
      new Uint16Array([0xfeff, ...Array.from(text.replace('UTF-8', 'UTF-16'), (c) => c.charCodeAt(0))]).buffer,
    );
    expect((await read(wide)).document.seller.name).toBe('Finnskog Storkjøkken Engros');
  });

  it('reads name, type and size of attachments and stores no content', async () => {
    const headXml = `<cac:AdditionalDocumentReference><cbc:ID>v1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="vedlegg.pdf">
      SGVp
      IQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
    const { document } = await read(sampleUbl({ lines: [line], lineExtensionAmount: '50.00', headXml }));
    expect(document.attachments).toEqual([
      { id: 'v1', name: 'vedlegg.pdf', mimeType: 'application/pdf', sizeBytes: 4, uri: null, description: null },
    ]);
  });
});

describe('credit note', () => {
  it('has its own quantity, the credited invoice, and positive amounts', async () => {
    const headXml =
      '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1000</cbc:ID><cbc:IssueDate>2026-02-01</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>';
    const { document, findings } = await read(
      sampleUbl({ type: 'CreditNote', lines: [line], lineExtensionAmount: '50.00', headXml }),
    );
    expect(document).toMatchObject({
      type: 'credit-note',
      billingReferences: [{ id: '1000', issuedOn: '2026-02-01' }],
    });
    expect(document.lines[0]).toMatchObject({ quantity: '2', netAmount: '50.00' });
    expect(findings).toEqual([]);
    expect(codes(await read(sampleUbl({ type: 'CreditNote', lines: [line], lineExtensionAmount: '50.00' })))).toEqual([
      'credit-note-without-invoice',
    ]);
  });
});

describe('irregularities are reported, not refused', () => {
  it('in totals, line amounts, units, currencies and identifiers', async () => {
    const gtin =
      '<cac:StandardItemIdentification><cbc:ID schemeID="0160">7038010009458</cbc:ID></cac:StandardItemIdentification>';
    const text = sampleUbl({
      seller: { orgNumber: '123456789', name: 'Feil AS' },
      lines: [
        { ...line, net: '49.00', unit: 'stk', itemXml: gtin },
        { net: 'abc', price: '1' },
      ],
      lineExtensionAmount: '60.50',
    });
    const { findings } = await read(text);
    expect(codes({ findings }).sort()).toEqual([
      'gtin-wrong',
      'invoice-line-amount',
      'number-not-read',
      'org-number-wrong',
      'unit-unknown',
    ]);
    const amount = findings.find((f) => f.code === 'invoice-line-amount');
    expect(amount).toMatchObject({ severity: 'confirm', found: '49.00', place: { path: '/Invoice/InvoiceLine[1]' } });
    expect(amount?.place?.line).toBeGreaterThan(10);
  });

  it('when the header total is not the sum of the lines, in three languages', async () => {
    const { findings } = await read(sampleUbl({ lines: [line], lineExtensionAmount: '1250.00' }));
    expect(findings[0]).toMatchObject({
      code: 'invoice-line-sum',
      found: '1250.00',
      expected: '50.00',
      params: { difference: '1200.00' },
    });
    expect(['nb', 'nn', 'en'].map((l) => messageOf(findings[0]!, l as 'nb').replace(/\s/g, ' '))).toEqual([
      'Linjene summerer til 50, men dokumentet oppgir 1 250.',
      'Linjene summerer til 50, men dokumentet oppgir 1 250.',
      'The lines add up to 50, but the document states 1,250.',
    ]);
  });

  it('includes allowances, charges and the base quantity of a price', async () => {
    const charge = (indicator: boolean, amount: string): string =>
      `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:Amount currencyID="NOK">${amount}</cbc:Amount></cac:AllowanceCharge>`;
    const priced = sampleUbl({
      lines: [{ ...line, net: '0.55', price: '25.00', lineXml: charge(false, '0.05') + charge(true, '0.10') }],
      lineExtensionAmount: '0.55',
    });
    const { document, findings } = await read(
      priced.replace('</cac:Price>', '<cbc:BaseQuantity unitCode="KGM">100</cbc:BaseQuantity></cac:Price>'),
    );
    expect(findings).toEqual([]);
    expect(document.lines[0]).toMatchObject({
      allowances: [{ amount: '0.05' }],
      charges: [{ amount: '0.10' }],
      price: { baseQuantity: '100' },
    });
  });

  it('excludes sub-lines from the totals', async () => {
    const sub =
      '<cac:SubInvoiceLine><cbc:ID>1.1</cbc:ID><cbc:InvoicedQuantity unitCode="EA">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="NOK">50.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>Del</cbc:Name></cac:Item></cac:SubInvoiceLine>';
    const { document, findings } = await read(
      sampleUbl({ lines: [{ ...line, lineXml: sub }], lineExtensionAmount: '50.00' }),
    );
    expect(findings).toEqual([]);
    expect(document.lines[0]?.subLines[0]).toMatchObject({ id: '1.1', item: { name: 'Del' } });
  });
});

describe('refusals have a code', () => {
  const valid = sampleUbl({ lines: [line], lineExtensionAmount: '50.00' });
  const cases: [string, string | Uint8Array, string][] = [
    ['an empty file', '', 'file-empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'not-xml'],
    ['a cut file', valid.slice(0, 900), 'xml-truncated'],
    ['a cut tag', valid.slice(0, valid.indexOf('<cbc:IssueDate') + 5), 'xml-truncated'],
    ['crossed tags', valid.replace('</cac:Item>', '</cac:Price>'), 'xml-damaged'],
    [
      'a DOCTYPE',
      valid.replace('<Invoice', '<!DOCTYPE Invoice [<!ENTITY e SYSTEM "file:///etc/passwd">]><Invoice'),
      'xml-doctype',
    ],
    ['an unknown entity', valid.replace('Kjøttdeig', '&xxe;'), 'xml-damaged'],
    ['wrong bytes', Uint8Array.from(valid, (c) => c.charCodeAt(0)), 'xml-encoding'],
    [
      'an order',
      '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
      'document-type-not-supported',
    ],
    ['a web page', '<html><body/></html>', 'wrong-root'],
    ['no lines', sampleUbl({ lines: [] }), 'invoice-without-lines'],
  ];
  it.each(cases)('%s', async (_name, content, code) => {
    const reading = await refuse(content);
    expect(reading).toMatchObject({ code, document: null });
    expect(reading.findings[0]).toMatchObject({ code, severity: 'blocksFile' });
    for (const language of ['nb', 'nn', 'en'] as const)
      expect(messageOf(reading.findings[0]!, language)).toMatch(/\w{3}/);
  });

  it('states the root of a document that another reader or no reader supports', async () => {
    const reading = await refuse('<Catalogue xmlns="urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2"/>');
    expect(messageOf(reading.findings[0]!, 'nb')).toBe(
      'Dette er et dokument av typen Catalogue, som ikke leses her. Pakksedler og SAF-T importeres i en egen fil.',
    );
  });

  it('counts bytes, depth, lines, elements and text while it streams', async () => {
    const deep = `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`;
    const limits = {
      ...xmlLimits,
      bytesMax: 5000,
      recordsMax: 20,
      nodesPerRecordMax: 40,
      textCharsMax: 200,
      depthMax: 30,
    };
    const many = { lines: Array.from({ length: 9 }, () => ({ net: '1' })) };
    expect(await refuse(sampleUbl({ lines: [{ ...line, itemXml: deep }] }), limits)).toMatchObject({
      findings: [{ params: { what: 'depth' } }],
    });
    expect(await refuse(sampleUbl({ lines: [{ ...line, name: 'x'.repeat(300) }] }), limits)).toMatchObject({
      findings: [{ params: { what: 'text' } }],
    });
    expect(await refuse(sampleUbl({ lines: [{ ...line, itemXml: '<a/>'.repeat(60) }] }), limits)).toMatchObject({
      findings: [{ params: { what: 'nodes' } }],
    });
    expect(await refuse(sampleUbl(many), { ...limits, recordsMax: 9 })).toMatchObject({
      findings: [{ params: { what: 'records' } }],
    });
    expect(await refuse(sampleUbl(many), { ...limits, bytesMax: 2000 })).toMatchObject({
      code: 'xml-too-large',
      findings: [{ params: { what: 'bytes' } }],
    });
  });
});
