import { isGoodsWord } from '@tallgrunn/values';
import { readDespatchAdvice } from '../despatch/read-despatch-advice.ts';
import { readUblInvoice } from '../invoice/read-ubl-invoice.ts';
import { sampleDespatch } from '../testing/sample-despatch.ts';
import { chunked, sampleUbl, type SampleInvoice } from '../testing/sample-ubl.ts';
import { redactFinding } from './guard-finding.ts';
import { reduceText, wordsInTitles } from './recognised-words.ts';
import { redactFoundText, reduceReference } from './reduce-codes.ts';
import { redactDespatch } from './minimise-despatch.ts';
import { redactInvoice } from './minimise-invoice.ts';
import { RedactionCounts } from './redacted-fields.ts';

const person = '13097248022';
const line = { quantity: '2', net: '50.00', price: '25.00', name: 'Kjøttdeig', sellerNumber: '0041207' };

async function minimised(invoice: Partial<SampleInvoice>, change: (text: string) => string = (text) => text) {
  const reading = await readUblInvoice(
    chunked(change(sampleUbl({ lines: [line], lineExtensionAmount: '50.00', ...invoice }))),
  );
  if (!reading.ok) throw new Error(reading.code);
  const counts = new RedactionCounts();
  return {
    document: redactInvoice(reading.document, counts),
    counts: Object.fromEntries(counts.list().map(({ reason, where, count }) => [`${reason} ${where}`, count])),
  };
}

const headXml = `<cbc:Note>Til Kari Nordmann</cbc:Note><cbc:BuyerReference>Kari Nordmann</cbc:BuyerReference>
  <cac:OrderReference><cbc:ID>Ordre 4500123 v/Kari Nordmann</cbc:ID></cac:OrderReference>
  <cac:AdditionalDocumentReference><cbc:ID>Kari Nordmann.pdf</cbc:ID></cac:AdditionalDocumentReference>
  <cac:PayeeParty><cac:PartyName><cbc:Name>Kari Nordmann</cbc:Name></cac:PartyName></cac:PayeeParty>
  <cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:StreetName>Granveien 3</cbc:StreetName></cac:Address></cac:DeliveryLocation><cac:DeliveryParty><cac:PartyName><cbc:Name>Kari Nordmann</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>`;
const lineXml = '<cbc:Note>Hjemme hos Kari Nordmann</cbc:Note>';
const itemXml = `<cbc:Description>Levert Kari Nordmann</cbc:Description><cac:AdditionalItemProperty><cbc:Name>Bruker</cbc:Name><cbc:Value>Kari Nordmann</cbc:Value></cac:AdditionalItemProperty>
  <cac:AdditionalItemProperty><cbc:Name>EmissionFactor</cbc:Name><cbc:Value>0.2</cbc:Value></cac:AdditionalItemProperty>`;
const withContact = (text: string) =>
  text.replace(
    '</cac:Party>',
    '<cac:Contact><cbc:Name>Kari Nordmann</cbc:Name></cac:Contact><cac:PostalAddress><cbc:StreetName>Granveien 3</cbc:StreetName></cac:PostalAddress></cac:Party>',
  );

describe('redactInvoice', () => {
  it('stores identifiers and goods, and no name, note or address', async () => {
    const { document, counts } = await minimised(
      { headXml, lines: [{ ...line, name: `Vikartime ${person}`, lineXml, itemXml }] },
      withContact,
    );
    expect(JSON.stringify(document)).not.toMatch(/Nordmann|Granveien|13097248022/);
    expect(document).toMatchObject({
      id: '1001',
      orderReference: 'Ordre 4500123',
      buyerReference: null,
      seller: { orgNumber: '311047116' },
      lines: [
        {
          netAmount: '50.00',
          item: { name: 'Vikartime •••••••••••', sellerNumber: '0041207', properties: [{ name: 'EmissionFactor' }] },
        },
      ],
    });
    expect(counts).toEqual({
      'free-text Note': 1,
      'free-text InvoiceLine/Note': 1,
      'free-text Item/Description': 1,
      'reference BuyerReference': 1,
      'reference OrderReference': 1,
      'attachment AdditionalDocumentReference': 1,
      'person PayeeParty': 1,
      'person DeliveryParty': 1,
      'address DeliveryLocation': 1,
      'address PostalAddress': 2,
      'contact Contact': 1,
      'national-number Item/Name': 1,
      'property AdditionalItemProperty': 1,
    });
  });

  it('stores a reference that is a code', async () => {
    expect(
      (await minimised({ headXml: '<cbc:BuyerReference>ANS-4711</cbc:BuyerReference>' })).document?.buyerReference,
    ).toBe('ANS-4711');
  });

  it('returns null for a seller without a number, or with a personal number', async () => {
    const nameless = (text: string) => text.replaceAll(/<cbc:(EndpointID|CompanyID)[^>]*>[^<]*<\/cbc:\1>/g, '');
    expect((await minimised({}, nameless)).document).toBeNull();
    expect((await minimised({ seller: { orgNumber: person, name: 'Kari Nordmann' } })).document).toBeNull();
  });
});

describe('redactDespatch', () => {
  it('stores goods, order and parties, and no contact or address', async () => {
    const reading = await readDespatchAdvice(chunked(withContact(sampleDespatch({ lines: [{ quantity: '1' }] }))));
    if (!reading.ok) throw new Error(reading.code);
    const counts = new RedactionCounts();
    const document = redactDespatch(reading.document, counts);
    expect(document).toMatchObject({
      id: reading.document.id,
      orderReference: reading.document.orderReference,
      lines: [{ quantity: '1' }],
    });
    expect(counts.list()).toContainEqual({ reason: 'contact', where: 'Contact', count: 1 });
  });
});

describe('texts', () => {
  it.each([
    ['Fraktgebyr uke 12', 'Fraktgebyr uke 12'],
    ['Mva-kompensasjon Faktura 2026', 'Mva-kompensasjon Faktura 2026'],
    ['Innkjøpskort Kari Nordmann', 'Innkjøpskort'],
    ['Kari Nordmann', null],
    [`Refusjon ${person}`, 'Refusjon'],
    ['kari@example.no', null],
    ['Pantelis Panagiotis', null],
  ])('%s', (text, kept) => expect(reduceText(text, { texts: [] }).text).toBe(kept));

  // The most common surnames and given names of Norway (Statistics Norway, 2024), and some names that contain a word
  // for goods.
  const names =
    `Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Lund Henriksen Sørensen Moen Jakobsen
    Gundersen Iversen Strand Solberg Svendsen Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen Lie Amundsen Nguyen Rasmussen Solheim Lien Bakke Nygård Berge Fredriksen Moe Strøm Strømme Kvernes Brødholt Skolem Grøntvedt Melkevold
    Nora Emma Olivia Ella Sofie Jakob Noah Lucas Oskar Anne Inger Kari Marit Ingrid Liv Astrid Bjørg Hilde Jan Per Bjørn Ole Lars Kjell Knut Svein Arne August Mai`.split(
      /\s+/,
    );
  it('has no common name among the words about goods', () => expect(names.filter(isGoodsWord)).toEqual([]));

  it('extracts words from titles', () =>
    expect(wordsInTitles(['Mat og drikke 2024', 'Mat'])).toEqual(['mat', 'drikke']));

  it.each([
    ['4500123', '4500123'],
    ['PO 4500123 Kari', '4500123'],
    ['Kari Nordmann 12', null],
    ['Kari Nordmann', null],
    [person, null],
    [`${person.slice(0, 6)} ${person.slice(6)}`, null],
    ['kari1@example.no', null],
  ])('reference %s', (text, kept) => expect(reduceReference(text).text).toBe(kept));

  it.each([
    ['abc', 'abc'],
    ['Kari Nordmann', '•••'],
    ['Xyla Qwert', '••• •••'],
    [person, '•••'],
    [`${person.slice(0, 6)} ${person.slice(6)}`, '•••'],
    ['kr 1 000', 'kr 1 000'],
  ])('found %s', (text, shown) => expect(redactFoundText(text)).toBe(shown));

  it('preserves location and numbers of a finding', () => {
    const finding = {
      code: 'x',
      severity: 'info' as const,
      place: { row: 3 },
      found: 'Kari Nordmann',
      expected: '1',
      params: { field: 'a b', found: 'Ola Nordmann', rows: 3 },
    };
    expect(redactFinding(finding)).toEqual({
      ...finding,
      found: '•••',
      params: { field: 'a b', found: '•••', rows: 3 },
    });
  });
});
