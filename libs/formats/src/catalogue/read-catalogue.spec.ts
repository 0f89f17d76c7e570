import { bytesOf, type ByteSource } from '@tallgrunn/tabular';
import type { Read, Refused } from '../reading.ts';
import { messageOf } from '../messages/message-of.ts';
import { catalogueLine, catalogueStart, catalogueTail, sampleCatalogue } from '../testing/sample-catalogue.ts';
import { xmlLimits } from '../xml/limits.ts';
import type { CatalogueDocument } from './catalogue.ts';
import { readCatalogue, type ReadCatalogueOptions, readWholeCatalogue } from './read-catalogue.ts';

const encode = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;
const read = async (text: string): Promise<Read<CatalogueDocument>> => {
  const reading = await readWholeCatalogue(bytesOf(encode(text)), 'k.xml');
  if (!reading.ok) throw new Error(reading.code);
  return reading;
};
const refuse = async (text: string | Uint8Array, options: ReadCatalogueOptions = {}): Promise<Refused> => {
  const reading = await readWholeCatalogue(bytesOf(encode(text)), 'k.xml', options);
  if (reading.ok) throw new Error('was read');
  return reading;
};
const codes = (reading: { findings: readonly { code: string }[] }): string[] => reading.findings.map((f) => f.code);

describe('catalogue', () => {
  it('states content, sender, validity and agreement', async () => {
    const { document, findings } = await read(sampleCatalogue());
    expect(findings).toEqual([]);
    expect(document).toMatchObject({
      ...{
        id: 'K-2026-1',
        version: '2',
        kind: 'catalogue',
        issuedOn: '2026-03-02',
        period: { start: '2026-04-01', end: '2027-03-31' },
        action: 'replace',
        contractReference: 'RA-17',
      },
      ...{
        seller: { orgNumber: '311047116', name: 'Finnskog Engros' },
        buyer: null,
        receiver: { orgNumber: '311082272' },
      },
    });
    expect(document.lines).toMatchObject([
      {
        id: '1',
        action: null,
        item: { name: 'Kjøttdeig', sellerNumber: '0041207', gtin: null },
        prices: [{ amount: '25.00', currency: 'NOK', baseQuantity: null }],
      },
    ]);
  });

  it('reads separate seller and buyer, and recognises a punch-out', async () => {
    const party = (number: string): string =>
      `<cac:Party><cac:PartyName><cbc:Name>P</cbc:Name></cac:PartyName><cac:PartyIdentification><cbc:ID schemeID="0192">${number}</cbc:ID></cac:PartyIdentification></cac:Party>`;
    const headXml = `<cac:SellerSupplierParty>${party('123456785')}</cac:SellerSupplierParty><cac:ContractorCustomerParty>${party('311082272')}</cac:ContractorCustomerParty>`;
    const { document } = await read(sampleCatalogue([{}], { headXml }));
    expect(document).toMatchObject({
      seller: { orgNumber: '123456785' },
      provider: { orgNumber: '311047116' },
      buyer: { orgNumber: '311082272' },
    });
    const other = async (specification: string) =>
      (await read(sampleCatalogue().replace('urn:fdc:peppol.eu:poacc:trns:catalogue:3', specification))).document.kind;
    expect(
      await Promise.all(['urn:fdc:peppol.eu:poacc:trns:punch_out:3', 'urn:fdc:peppol.eu:pracc:t012'].map(other)),
    ).toEqual(['punch-out', 'pre-award']);
  });

  it('reads units, packs, limits, prices by period and quantity, and related items', async () => {
    const lineXml = `<cbc:OrderableIndicator>false</cbc:OrderableIndicator><cbc:OrderableUnit>XBX</cbc:OrderableUnit><cbc:ContentUnitQuantity unitCode="KGM">2.5</cbc:ContentUnitQuantity>
      <cbc:OrderQuantityIncrementNumeric>5</cbc:OrderQuantityIncrementNumeric><cbc:MinimumOrderQuantity unitCode="XBX">5</cbc:MinimumOrderQuantity><cbc:WarrantyInformation>2 år</cbc:WarrantyInformation>
      <cbc:PackLevelCode>TU</cbc:PackLevelCode><cbc:ContractSubdivision>Delkontrakt 2</cbc:ContractSubdivision>
      <cac:RequiredRelatedItem><cbc:ID>PANT</cbc:ID><cbc:Quantity unitCode="EA">2</cbc:Quantity></cac:RequiredRelatedItem>
      <cac:RequiredItemLocationQuantity><cbc:MinimumQuantity unitCode="XBX">100</cbc:MinimumQuantity><cac:Price><cbc:PriceAmount currencyID="NOK">22.00</cbc:PriceAmount></cac:Price></cac:RequiredItemLocationQuantity>`;
    const priceXml =
      '<cbc:BaseQuantity unitCode="KGM">1</cbc:BaseQuantity><cbc:PriceType>CON</cbc:PriceType><cbc:OrderableUnitFactorRate>2.5</cbc:OrderableUnitFactorRate><cac:ValidityPeriod><cbc:StartDate>2026-04-01</cbc:StartDate></cac:ValidityPeriod>';
    const itemXml = `<cbc:PackQuantity unitCode="XBX">4</cbc:PackQuantity><cbc:PackSizeNumeric>12</cbc:PackSizeNumeric><cbc:BrandName>Finn</cbc:BrandName>
      <cac:StandardItemIdentification><cbc:ID schemeID="0160">7038010009457</cbc:ID></cac:StandardItemIdentification>
      <cac:CommodityClassification><cbc:ItemClassificationCode listID="STI" listVersionID="2008">15119000</cbc:ItemClassificationCode></cac:CommodityClassification>
      <cac:TransactionConditions><cbc:ActionCode>CT</cbc:ActionCode></cac:TransactionConditions>
      <cac:Certificate><cbc:ID>SVANEN</cbc:ID><cbc:CertificateTypeCode>EcoLabel</cbc:CertificateTypeCode><cac:IssuerParty><cac:PartyName><cbc:Name>Stiftelsen</cbc:Name></cac:PartyName></cac:IssuerParty></cac:Certificate>
      <cac:ItemSpecificationDocumentReference><cbc:ID>d</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="image/png" filename="a.png">SGVpIQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:ItemSpecificationDocumentReference>`;
    const { document, findings } = await read(sampleCatalogue([{ action: 'Update', lineXml, priceXml, itemXml }]));
    expect(findings).toEqual([]);
    expect(document.lines[0]).toMatchObject({
      ...{
        action: 'update',
        orderable: false,
        orderableUnit: 'XBX',
        content: { quantity: '2.5', unit: 'KGM' },
        orderQuantityIncrement: '5',
        minimumOrderQuantity: { quantity: '5', unit: 'XBX' },
      },
      ...{
        maximumOrderQuantity: null,
        warranty: '2 år',
        packLevel: 'TU',
        contractSubdivision: 'Delkontrakt 2',
        requiredItems: [{ id: 'PANT', quantity: { quantity: '2', unit: 'EA' } }],
      },
      prices: [
        { amount: '22.00', minimumQuantity: { quantity: '100' }, period: null },
        {
          amount: '25.00',
          baseQuantity: '1',
          baseUnit: 'KGM',
          type: 'CON',
          orderableUnitFactor: '2.5',
          period: { start: '2026-04-01', end: null },
        },
      ],
      item: {
        ...{
          brand: 'Finn',
          packQuantity: { quantity: '4', unit: 'XBX' },
          packSize: '12',
          gtin: '7038010009457',
          gtinValid: true,
          conditions: ['CT'],
        },
        ...{
          classifications: [{ list: 'STI', version: '2008', code: '15119000' }],
          certificates: [{ id: 'SVANEN', type: 'EcoLabel', issuer: 'Stiftelsen' }],
        },
        documents: [{ name: 'a.png', mimeType: 'image/png', sizeBytes: 4 }],
      },
    });
  });

  it('never applies the rate of a CO2e factor twice', async () => {
    const property = (name: string, value: string): string =>
      `<cac:AdditionalItemProperty><cbc:Name>${name}</cbc:Name><cbc:Value>${value}</cbc:Value></cac:AdditionalItemProperty>`;
    const itemXml =
      property('EmissionFactor', '0.39') +
      property('EmissionFactorCalculationRate', '20.323') +
      property('NetEmissionQuantity', '7.92597');
    const { document } = await read(sampleCatalogue([{ itemXml }]));
    expect(document.lines[0]?.co2e).toMatchObject({ reading: 'source', perUnit: '7.92597' });
  });

  it('reports irregularities and continues', async () => {
    const odd = {
      ...{
        action: 'Rename',
        price: '25,00',
        lineXml:
          '<cbc:OrderableUnit>eske</cbc:OrderableUnit><cac:LineValidityPeriod><cbc:StartDate>2027-01-01</cbc:StartDate><cbc:EndDate>2026-01-01</cbc:EndDate></cac:LineValidityPeriod>',
      },
      itemXml:
        '<cac:StandardItemIdentification><cbc:ID schemeID="0160">7038010009458</cbc:ID></cac:StandardItemIdentification>',
    };
    const reading = await read(
      sampleCatalogue([odd, { price: null }, { price: null, action: 'Delete', name: '' }], { action: 'Slett alt' }),
    );
    expect(codes(reading)).toEqual([
      'catalogue-action-unknown',
      'catalogue-action-unknown',
      'gtin-wrong',
      'catalogue-period-order',
      'unit-unknown',
      'number-not-read',
      'catalogue-price-missing',
    ]);
    expect(reading.findings[1]).toMatchObject({
      found: 'Rename',
      place: { path: '/Catalogue/CatalogueLine[1]', line: expect.any(Number) },
    });
    for (const finding of reading.findings)
      for (const language of ['nb', 'nn', 'en'] as const) expect(messageOf(finding, language)).toMatch(/\w{3}/);
  });
});

describe('large catalogue', () => {
  const LINES = 50_000;
  const line = encode(catalogueLine({ itemXml: `<cbc:Description>${'Beskrivelse '.repeat(40)}</cbc:Description>` }));

  /** Generates bytes on request and records the last offset read, so that the file is never held in memory. */
  function largeSource(): ByteSource & { readTo: number } {
    const [start, tail] = [encode(catalogueStart()), encode(catalogueTail)];
    const size = start.length + LINES * line.length + tail.length;
    const pieceAt = (at: number): Uint8Array => {
      const inLines = at - start.length;
      if (inLines < 0) return start.subarray(at);
      return inLines < LINES * line.length
        ? line.subarray(inLines % line.length)
        : tail.subarray(inLines - LINES * line.length);
    };
    const read = async (from: number, to: number): Promise<Uint8Array> => {
      const bytes = new Uint8Array(Math.min(to, size) - from);
      for (let at = 0; at < bytes.length;) {
        const piece = pieceAt(from + at).subarray(0, bytes.length - at);
        bytes.set(piece, at);
        at += piece.length;
      }
      source.readTo = Math.max(source.readTo, to);
      return bytes;
    };
    const source = { size, readTo: 0, read };
    return source;
  }

  it('with fifty thousand lines is read on demand, never ahead', async () => {
    const source = largeSource();
    let [lines, aheadMax] = [0, 0];
    for await (const part of readCatalogue(source, 'stor.xml')) {
      if (part.part === 'refused') throw new Error(part.refusal.code);
      if (part.part === 'end') expect(part.lines).toBe(LINES);
      if (part.part !== 'line') continue;
      lines += 1;
      aheadMax = Math.max(aheadMax, source.readTo - lines * line.length);
    }
    expect(lines).toBe(LINES);
    expect(aheadMax).toBeLessThan(1024 * 1024);
  }, 60_000);

  it('yields its lines and then a refusal when truncated', async () => {
    const text = sampleCatalogue([{}, {}, {}]);
    const parts: string[] = [];
    for await (const part of readCatalogue(bytesOf(encode(text.slice(0, -60))), 'k.xml'))
      parts.push(part.part === 'refused' ? part.refusal.code : part.part);
    expect(parts).toEqual(['head', 'line', 'line', 'xml-truncated']);
  });
});

describe('other documents and attacks are refused', () => {
  const valid = sampleCatalogue();
  it.each([
    ['an empty file', '', 'file-empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'not-xml'],
    ['half a file', valid.slice(0, 900), 'xml-truncated'],
    ['crossed tags', valid.replace('</cac:Price>', '</cac:Item>'), 'xml-damaged'],
    [
      'a DOCTYPE',
      valid.replace('<Catalogue', '<!DOCTYPE Catalogue [<!ENTITY e SYSTEM "file:///etc/passwd">]><Catalogue'),
      'xml-doctype',
    ],
    ['an entity', valid.replace('Kjøttdeig', '&xxe;'), 'xml-damaged'],
    ['deep nesting', sampleCatalogue([{ itemXml: `${'<a>'.repeat(100)}${'</a>'.repeat(100)}` }]), 'xml-too-large'],
    ['wrong bytes', Uint8Array.from(valid, (c) => c.charCodeAt(0)), 'xml-encoding'],
    ['an invoice', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>', 'not-a-catalogue'],
    ['a catalogue of nowhere', '<Catalogue><CatalogueLine/></Catalogue>', 'not-a-catalogue'],
    ['no lines', sampleCatalogue([]), 'catalogue-without-lines'],
  ])('%s', async (_name, content, code) => {
    const reading = await refuse(content);
    expect(reading).toMatchObject({
      code,
      kind: 'catalogue',
      document: null,
      findings: [{ code, severity: 'blocksFile' }],
    });
    for (const language of ['nb', 'nn', 'en'] as const)
      expect(messageOf(reading.findings[0]!, language)).toMatch(/\w{3}/);
  });

  it('counts lines and bytes while it streams', async () => {
    const many = sampleCatalogue(Array.from({ length: 30 }, () => ({})));
    expect(await refuse(many, { limits: { ...xmlLimits, recordsMax: 20 } })).toMatchObject({
      code: 'xml-too-large',
      findings: [{ params: { what: 'records' } }],
    });
    expect(await refuse(many, { limits: { ...xmlLimits, bytesMax: 2000 } })).toMatchObject({
      code: 'xml-too-large',
      findings: [{ params: { what: 'bytes' } }],
    });
  });
});

describe('damaged file', () => {
  const whole = sampleCatalogue([
    {
      action: 'Add',
      lineXml: '<cbc:ContentUnitQuantity unitCode="KGM">2</cbc:ContentUnitQuantity>',
      priceXml: '<cbc:BaseQuantity unitCode="EA">1</cbc:BaseQuantity>',
    },
  ]);

  it('is read or refused for any truncation and any missing part, without throwing', async () => {
    const names = [...new Set([...whole.matchAll(/<([a-z]+:\w+)/g)].map(([, name]) => name!))];
    const without = names.flatMap((name) => [
      whole.replace(new RegExp(`<${name}[ >/][\\s\\S]*?</${name}>`), ''),
      whole.replace(new RegExp(`(<${name}(?: [^>]*)?>)[^<]+(?=<)`), '$1'),
    ]);
    const cut = Array.from({ length: Math.floor(whole.length / 41) }, (_, index) => whole.slice(0, index * 41));
    for (const text of [...without, ...cut]) {
      const reading = await readWholeCatalogue(bytesOf(encode(text)), 'k.xml');
      for (const finding of reading.findings) expect(messageOf(finding, 'en')).toMatch(/\w{3}/);
    }
    expect(without.length + cut.length).toBeGreaterThan(80);
  });
});
