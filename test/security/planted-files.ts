import { sampleDespatch, sampleSaft, sampleSaftAccounts, sampleUbl } from '@tallgrunn/formats/testing';
import { writeXlsx, writeZip } from '@tallgrunn/tabular';
import type { Planted } from './planted-persons.ts';
import { buyer, seller, whole, type PlantedFile } from './planted-file.ts';

interface Place {
  readonly head?: string;
  readonly line?: string;
  readonly item?: string;
  readonly party?: string;
  readonly name?: string;
  readonly number?: string;
  readonly lineId?: string;
  readonly unit?: string;
  readonly id?: string;
  readonly issuedOn?: string;
  readonly buyerName?: string;
  readonly entry?: string;
}
const inInvoice: readonly ((person: Planted, at: number) => Place)[] = [
  ({ written }) => ({ head: `<cbc:Note>${written}</cbc:Note>` }),
  ({ written }) => ({ head: `<cbc:BuyerReference>${written}</cbc:BuyerReference>` }),
  ({ written }) => ({
    party: `<cac:Contact><cbc:Name>${written}</cbc:Name><cbc:ElectronicMail>x@example.no</cbc:ElectronicMail></cac:Contact>`,
  }),
  ({ written }) => ({
    head: `<cac:PayeeParty><cac:PartyName><cbc:Name>${written}</cbc:Name></cac:PartyName></cac:PayeeParty>`,
  }),
  ({ written }) => ({
    head: `<cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:StreetName>${written}</cbc:StreetName></cac:Address></cac:DeliveryLocation><cac:DeliveryParty><cac:PartyName><cbc:Name>${written}</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>`,
  }),
  ({ written }) => ({
    head: `<cac:AdditionalDocumentReference><cbc:ID>${written}</cbc:ID><cbc:DocumentDescription>${written}</cbc:DocumentDescription><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain" filename="${written}.txt">${Buffer.from(written).toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`,
  }),
  ({ written }) => ({ line: `<cbc:Note>Hjemme hos ${written}</cbc:Note>` }),
  ({ written }) => ({ item: `<cbc:Description>Levert til ${written}</cbc:Description>` }),
  ({ written }) => ({
    item: `<cac:AdditionalItemProperty><cbc:Name>Bruker</cbc:Name><cbc:Value>${written}</cbc:Value></cac:AdditionalItemProperty>`,
  }),
  ({ written, kind }) => ({
    head: `<cac:OrderReference><cbc:ID>${written}</cbc:ID></cac:OrderReference>`,
    ...(kind === 'number' ? { name: `Vikartime ${written}` } : {}),
  }),
  ({ written }) => ({
    head: `<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Frakt til ${written}</cbc:AllowanceChargeReason><cbc:Amount currencyID="NOK">0</cbc:Amount></cac:AllowanceCharge>`,
  }),
  ({ written }) => ({
    party: `<cac:PostalAddress><cbc:StreetName>${written}</cbc:StreetName></cac:PostalAddress><cac:Person><cbc:FirstName>${written}</cbc:FirstName></cac:Person>`,
    head: `<cac:PaymentMeans><cbc:InstructionNote>${written}</cbc:InstructionNote></cac:PaymentMeans>`,
  }),
  ({ written }) => ({
    head: `<cbc:AccountingCost>${written}</cbc:AccountingCost><cac:ProjectReference><cbc:ID>${written}</cbc:ID></cac:ProjectReference>`,
  }),
  ({ written }, at) => ({ id: `Faktura ${written} ${80_000 + at}` }),
  ({ written }) => ({ name: `Dagmamma v/ ${written}` }),
  ({ written }) => ({ name: `Skyss ${written} uke 12` }),
  ({ written }) => ({ number: written }),
  ({ written }) => ({ lineId: written, unit: written }),
  ({ written }) => ({
    head: `<cbc:DueDate>${written}</cbc:DueDate>`,
    item: `<cac:CommodityClassification><cbc:ItemClassificationCode listID="${written}">${written}</cbc:ItemClassificationCode></cac:CommodityClassification>`,
  }),
  ({ written }) => ({ buyerName: `Kongsvinger kommune v/ ${written}` }),
  ({ written }) => ({ entry: `${written}/1.xml` }),
  ({ written }) => ({
    head: `<cac:ContractDocumentReference><cbc:ID>${written}</cbc:ID></cac:ContractDocumentReference><cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>Faktura ${written}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`,
  }),
  ({ written }) => ({ party: `<cac:PartyIdentification><cbc:ID>${written} 12</cbc:ID></cac:PartyIdentification>` }),
  ({ written }) => ({
    line: `<cac:OrderLineReference><cbc:LineID>${written}</cbc:LineID><cac:OrderReference><cbc:ID>4500 ${written}</cbc:ID></cac:OrderReference></cac:OrderLineReference><cbc:AccountingCost>4010 ${written}</cbc:AccountingCost>`,
  }),
  ({ written }) => ({
    head: `<ext:UBLExtensions xmlns:ext="urn:x"><ext:UBLExtension>${written}</ext:UBLExtension></ext:UBLExtensions>`,
  }),
];

/** The place that adds a charge to the document, which is a separate line. */
const CHARGED = 10;

function invoiceOf(person: Planted, at: number): string {
  const place = inInvoice[at % inInvoice.length]!(person, at);
  const text = sampleUbl({
    id: place.id ?? `F-${80_000 + at}`,
    seller,
    buyer: { ...buyer, name: place.buyerName ?? buyer.name },
    headXml: place.head ?? '',
    lineExtensionAmount: '100.00',
    lines: [
      {
        quantity: '1',
        net: '100.00',
        price: '100.00',
        name: place.name ?? 'Kjøttdeig',
        sellerNumber: place.number ?? '00512',
        ...(place.lineId ? { id: place.lineId, unit: place.unit! } : {}),
        lineXml: place.line ?? '',
        itemXml: place.item ?? '',
      },
    ],
  });
  return place.party ? text.replace('</cac:Party>', `${place.party}</cac:Party>`) : text;
}

/** Builds an invoice whose seller is a private person. */
const privateInvoice = (person: Planted, at: number): string =>
  sampleUbl({
    id: `P-${at}`,
    seller: { orgNumber: '', name: person.written },
    buyer,
    lines: [{ net: '10.00', name: person.written }],
    lineExtensionAmount: '10.00',
  }).replace(
    /<cbc:(?:EndpointID|CompanyID) schemeID="0192"><\/cbc:\w+>/g,
    person.kind === 'number' ? `<cbc:EndpointID schemeID="0192">${person.trace}</cbc:EndpointID>` : '',
  );

export async function plantedInvoices(planted: readonly Planted[]): Promise<PlantedFile> {
  const privates = planted.slice(0, 12);
  const rest = planted.slice(12);
  const documents = [...privates.map(privateInvoice), ...rest.map(invoiceOf)].map((text, at) => ({
    name: `${at}.xml`,
    content: [Buffer.from(text)],
  }));
  // The entry name is the only place of the person.
  for (const [at, person] of rest.entries()) {
    const { entry } = inInvoice[at % inInvoice.length]!(person, at);
    if (entry) documents[privates.length + at] = { ...documents[privates.length + at]!, name: entry };
  }
  return {
    name: 'fakturaer.zip',
    bytes: await whole(writeZip(documents)),
    planted,
    lines: rest.length + rest.filter((_, at) => at % inInvoice.length === CHARGED).length,
  };
}

export function plantedSaft(planted: readonly Planted[]): PlantedFile {
  const suppliers = [
    { id: '50012', ...seller },
    ...planted.map((person, at) => ({
      id: `P${at}`,
      name: at % 3 === 0 ? person.written : 'Privat',
      ...(person.kind === 'number' && at % 3 === 0 ? { orgNumber: person.trace } : {}),
      extraXml: `<n1:Address><n1:StreetName>${person.written}</n1:StreetName></n1:Address><n1:Contact><n1:ContactPerson><n1:FirstName>${person.written}</n1:FirstName></n1:ContactPerson></n1:Contact>`,
    })),
  ];
  const transactions = planted.map((person, at) => ({
    id: at % 6 === 0 ? `${90_000 + at} ${person.written}` : String(90_000 + at),
    lines:
      at % 2 === 0
        ? [
            {
              account: at % 4 === 0 ? '1115' : '1116',
              debit: '10.00',
              text: `Faktura ${person.written}`,
              analysis: [['F', person.written]] as const,
            },
            {
              account: '2400',
              credit: '10.00',
              supplier: '50012',
              reference: `Faktura ${person.written} ${at}`,
              text: person.written,
            },
          ]
        : [
            { account: '1115', debit: '10.00', text: person.written },
            { account: '2400', credit: '10.00', supplier: `P${at}`, text: person.written },
          ],
  }));
  return {
    name: 'SAF-T Financial_944117784.xml',
    bytes: Buffer.from(
      sampleSaft({
        company: buyer,
        accounts: [
          ...sampleSaftAccounts,
          { id: '1116', name: `Inventar ${planted[2]!.written}`, category: 'KA_K', code: '116' },
        ],
        suppliers,
        transactions,
      }),
    ),
    planted,
    lines: planted.filter((_, at) => at % 2 === 0).length,
  };
}

export async function plantedDespatches(planted: readonly Planted[]): Promise<PlantedFile> {
  const documents = planted.map((person, at) => {
    const text = sampleDespatch({
      id: at % 3 === 1 ? `Pakkseddel ${person.written} ${8_000 + at}` : `PS-${at}`,
      seller,
      buyer,
      order: at % 2 === 0 ? `4500${100 + at}` : person.written,
      lines: [{ quantity: '1', name: at % 3 === 2 ? 'Kasse' : `Kasse til ${person.written}` }],
      partyXml: `<cac:Contact><cbc:Name>${person.written}</cbc:Name></cac:Contact>`,
    });
    return {
      name: `${at}.xml`,
      content: [
        Buffer.from(
          text.replace(
            '<cac:Shipment>',
            `<cbc:Note>${person.written}</cbc:Note><cac:Shipment><cbc:Information>${person.written}</cbc:Information>`,
          ),
        ),
      ],
    };
  });
  return { name: 'pakksedler.zip', bytes: await whole(writeZip(documents)), planted, lines: planted.length };
}

/**
 * Writes a report with one person per place, in turn: next to one of our customers, as a customer, in an item's name,
 * in numbers, on a row held back, and in columns that are not read.
 */
export async function plantedReport(
  planted: readonly Planted[],
  ending: 'csv' | 'xlsx',
  month: string,
): Promise<PlantedFile> {
  const head = [
    'Varenummer',
    'Varenavn',
    'Kunde',
    'Antall',
    'Enhet',
    'Pris',
    'Beløp',
    'Levert dato',
    'Fakturanummer',
    'Bestilt av',
    'Kontakt',
  ];
  const beside: Readonly<Record<number, (written: string, at: number) => string>> = {
    1: (written) => `Kjøttdeig ${written}`,
    2: (written) => `Kongsvinger kommune v/ ${written}`,
    8: (written, at) => `${9_000 + at} ${written}`,
    9: (written) => written,
    10: (written) => written,
  };
  const rows = planted.map(({ written }, at): string[] => {
    const row = [
      '00512',
      'Kjøttdeig storfe 2,5 kg',
      'Kongsvinger kommune',
      at % 5 === 3 ? 'ca 10' : '10',
      'pk',
      '312,50',
      '3125,00',
      `03.${month}.2026`,
      String(8_000 + at),
      '',
      '',
    ];
    const column = [1, 2, 8, 9, 10][at % 5]!;
    row[column] = beside[column]!(written, at);
    return row;
  });
  const title = [`Kontaktperson ${planted[1]!.written}`];
  const name = `rapport_${planted.find(({ kind }) => kind === 'name')!.written.replace(' ', '_')}.${ending}`;
  if (ending === 'csv')
    return {
      name,
      bytes: Buffer.from([title, head, ...rows].map((row) => row.join(';')).join('\r\n')),
      planted,
      lines: rows.length,
    };
  const values = async function* (all: readonly string[][]) {
    for (const row of all) yield row;
  };
  const columns = head.map((header) => ({ header, kind: 'text' as const }));
  const people = planted.map(({ written }) => [written]);
  return {
    name,
    bytes: await whole(
      writeXlsx([
        { name: 'Juni', columns, rows: values(rows) },
        { name: 'Ansatte', columns: [{ header: 'Hvem', kind: 'text' }], rows: values(people) },
      ]),
    ),
    planted,
    lines: rows.length,
  };
}
