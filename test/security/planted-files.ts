import { sampleDespatch, sampleSaft, sampleUbl } from '@tallgrunn/formats/testing';
import { writeXlsx, writeZip } from '@tallgrunn/tabular';
import type { Planted } from './planted-persons.ts';

export interface PlantedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** What is planted in it. */
  readonly planted: readonly Planted[];
  /** Lines of organisations that must come in beside it. */
  readonly lines: number;
}

const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

type Row = readonly (string | number)[];

/** Where in a ledger each is put, in turn: as who is paid, in the text of a purchase, in columns nobody asked for, on a wage, in place of an amount or a day. */
function ledgerRows(planted: readonly Planted[], first: number): { rows: Row[]; lines: number } {
  let lines = 0;
  const rows = planted.flatMap((person, at): Row[] => {
    const voucher = first + at;
    const bought = (text: string, extra: string, amount: string | number = 100 + at, day = '05.03.2026', account = '1115') => {
      if (account === '1115' && amount !== person.written) lines += 1;
      return [[voucher, day, '202603', account, '4010', '253', '50012', seller.name, seller.orgNumber, voucher, amount, text, extra, extra]];
    };
    switch (at % 8) {
      case 0:
        return [[voucher, '05.03.2026', '202603', '1115', '4010', '253', `9${voucher}`, person.kind === 'name' ? person.written : 'Privat', person.kind === 'number' ? person.written : '', voucher, 100, 'Refusjon', person.written, '']];
      case 1:
        return [[voucher, '05.03.2026', '202603', '1115', '4010', '253', person.kind === 'number' ? person.trace : '', person.written, '', voucher, 100, `Utlegg ${person.written}`, '', person.written]];
      case 2:
        return bought(`Faktura ${voucher} kontormateriell til ${person.written}`, '');
      case 3:
        return bought('Faktura', person.written);
      case 4:
        return bought(`Lønn ${person.written}`, person.written, 30_000, '05.03.2026', '1010');
      case 5:
        return bought('Faktura', '', person.written);
      case 6:
        return bought(person.written, '', 100 + at, person.kind === 'name' ? person.written : '05.03.2026');
      default:
        return [[voucher, '05.03.2026', '202603', '1115', '4010', '253', '', '', person.written, voucher, 100, '', '', '']];
    }
  });
  return { rows, lines };
}

const headings = {
  agresso: ['Bilagsnr', 'Bilagsdato', 'Periode', 'Konto', 'Ansvar', 'Funksjon', 'Resk.nr', 'Resk.nr (T)', 'Orgnr', 'Fakturanr', 'Beløp', 'Tekst', 'Saksbehandler', 'Privatadresse'],
  visma: ['Bilagsnummer', 'Bilagsdato', 'Periode', 'Art', 'Ansvar', 'Funksjon', 'Leverandørnr', 'Leverandørnavn', 'Organisasjonsnummer', 'Fakturanummer', 'Beløp', 'Bilagstekst', 'Attestant', 'Merknad'],
  xledger: ['Voucher No', 'Voucher Date', 'Period', 'Account', 'Cost Centre', 'Function', 'Supplier No', 'Supplier', 'Company No', 'Invoice No', 'Amount', 'Text', 'Employee', 'Address'],
} as const;

const csv = (head: readonly string[], rows: readonly Row[], ending = '\r\n') => [head, ...rows].map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';')).join(ending) + ending;

async function workbook(head: readonly string[], rows: readonly Row[]): Promise<Buffer> {
  const values = async function* () {
    for (const row of rows) yield row.map(String);
  };
  return whole(writeXlsx([{ name: 'Transaksjoner', columns: head.map((header) => ({ header, kind: 'text' as const })), rows: values() }]));
}

export async function plantedLedgers(planted: readonly Planted[]): Promise<PlantedFile[]> {
  const third = Math.ceil(planted.length / 3);
  const [a, b, c] = [planted.slice(0, third), planted.slice(third, 2 * third), planted.slice(2 * third)];
  const [agresso, visma, xledger] = [ledgerRows(a, 71_000), ledgerRows(b, 72_000), ledgerRows(c, 73_000)];
  return [
    { name: 'agresso.csv', bytes: Buffer.from(`\ufeff${csv(headings.agresso, agresso.rows)}`), planted: a, lines: agresso.lines },
    { name: 'visma.csv', bytes: Buffer.from(csv(headings.visma, visma.rows), 'latin1'), planted: b, lines: visma.lines },
    { name: 'xledger.xlsx', bytes: await workbook(headings.xledger, xledger.rows), planted: c, lines: xledger.lines },
  ];
}

/** Where in an e-invoice each is put, in turn. */
const inInvoice: readonly ((person: Planted) => { head?: string; line?: string; item?: string; party?: string; name?: string })[] = [
  ({ written }) => ({ head: `<cbc:Note>${written}</cbc:Note>` }),
  ({ written }) => ({ head: `<cbc:BuyerReference>${written}</cbc:BuyerReference>` }),
  ({ written }) => ({ party: `<cac:Contact><cbc:Name>${written}</cbc:Name><cbc:ElectronicMail>x@example.no</cbc:ElectronicMail></cac:Contact>` }),
  ({ written }) => ({ head: `<cac:PayeeParty><cac:PartyName><cbc:Name>${written}</cbc:Name></cac:PartyName></cac:PayeeParty>` }),
  ({ written }) => ({ head: `<cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:StreetName>${written}</cbc:StreetName></cac:Address></cac:DeliveryLocation><cac:DeliveryParty><cac:PartyName><cbc:Name>${written}</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>` }),
  ({ written }) => ({ head: `<cac:AdditionalDocumentReference><cbc:ID>${written}</cbc:ID><cbc:DocumentDescription>${written}</cbc:DocumentDescription><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain" filename="${written}.txt">${Buffer.from(written).toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>` }),
  ({ written }) => ({ line: `<cbc:Note>Hjemme hos ${written}</cbc:Note>` }),
  ({ written }) => ({ item: `<cbc:Description>Levert til ${written}</cbc:Description>` }),
  ({ written }) => ({ item: `<cac:AdditionalItemProperty><cbc:Name>Bruker</cbc:Name><cbc:Value>${written}</cbc:Value></cac:AdditionalItemProperty>` }),
  ({ written, kind }) => ({ head: `<cac:OrderReference><cbc:ID>${written}</cbc:ID></cac:OrderReference>`, ...(kind === 'number' ? { name: `Vikartime ${written}` } : {}) }),
  ({ written }) => ({ head: `<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Frakt til ${written}</cbc:AllowanceChargeReason><cbc:Amount currencyID="NOK">0</cbc:Amount></cac:AllowanceCharge>` }),
  ({ written }) => ({ party: `<cac:PostalAddress><cbc:StreetName>${written}</cbc:StreetName></cac:PostalAddress><cac:Person><cbc:FirstName>${written}</cbc:FirstName></cac:Person>`, head: `<cac:PaymentMeans><cbc:InstructionNote>${written}</cbc:InstructionNote></cac:PaymentMeans>` }),
  ({ written }) => ({ head: `<cbc:AccountingCost>${written}</cbc:AccountingCost><cac:ProjectReference><cbc:ID>${written}</cbc:ID></cac:ProjectReference>` }),
  ({ written }) => ({ head: `<ext:UBLExtensions xmlns:ext="urn:x"><ext:UBLExtension>${written}</ext:UBLExtension></ext:UBLExtensions>` }),
];

/** The place that adds a charge to the document, which is a line of its own. */
const CHARGED = 10;

function invoiceOf(person: Planted, at: number): string {
  const place = inInvoice[at % inInvoice.length]!(person);
  const text = sampleUbl({
    id: `F-${80_000 + at}`, seller, buyer, headXml: place.head ?? '', lineExtensionAmount: '100.00',
    lines: [{ quantity: '1', net: '100.00', price: '100.00', name: place.name ?? 'Kjøttdeig', sellerNumber: '00512', lineXml: place.line ?? '', itemXml: place.item ?? '' }],
  });
  return place.party ? text.replace('</cac:Party>', `${place.party}</cac:Party>`) : text;
}

/** A seller who is nothing but a person. */
const privateInvoice = (person: Planted, at: number): string =>
  sampleUbl({ id: `P-${at}`, seller: { orgNumber: '', name: person.written }, buyer, lines: [{ net: '10.00', name: person.written }], lineExtensionAmount: '10.00' }).replace(/<cbc:(?:EndpointID|CompanyID) schemeID="0192"><\/cbc:\w+>/g, person.kind === 'number' ? `<cbc:EndpointID schemeID="0192">${person.trace}</cbc:EndpointID>` : '');

export async function plantedInvoices(planted: readonly Planted[]): Promise<PlantedFile> {
  const privates = planted.slice(0, 12);
  const rest = planted.slice(12);
  const documents = [...privates.map(privateInvoice), ...rest.map(invoiceOf)].map((text, at) => ({ name: `${at}.xml`, content: [Buffer.from(text)] }));
  return { name: 'fakturaer.zip', bytes: await whole(writeZip(documents)), planted, lines: rest.length + rest.filter((_, at) => at % inInvoice.length === CHARGED).length };
}

export function plantedSaft(planted: readonly Planted[]): PlantedFile {
  const suppliers = [{ id: '50012', ...seller }, ...planted.map((person, at) => ({ id: `P${at}`, name: at % 3 === 0 ? person.written : 'Privat', ...(person.kind === 'number' && at % 3 === 0 ? { orgNumber: person.trace } : {}), extraXml: `<n1:Address><n1:StreetName>${person.written}</n1:StreetName></n1:Address><n1:Contact><n1:ContactPerson><n1:FirstName>${person.written}</n1:FirstName></n1:ContactPerson></n1:Contact>` }))];
  const transactions = planted.map((person, at) => ({
    id: String(90_000 + at),
    lines: at % 2 === 0
      ? [{ account: '1115', debit: '10.00', text: `Faktura ${person.written}` }, { account: '2400', credit: '10.00', supplier: '50012', reference: `F-${at}`, text: person.written }]
      : [{ account: '1115', debit: '10.00', text: person.written }, { account: '2400', credit: '10.00', supplier: `P${at}`, text: person.written }],
  }));
  return { name: 'SAF-T Financial_944117784.xml', bytes: Buffer.from(sampleSaft({ company: buyer, suppliers, transactions })), planted, lines: planted.filter((_, at) => at % 2 === 0).length };
}

export async function plantedDespatches(planted: readonly Planted[]): Promise<PlantedFile> {
  const documents = planted.map((person, at) => {
    const text = sampleDespatch({ id: `PS-${at}`, seller, buyer, order: at % 2 === 0 ? `4500${100 + at}` : person.written, lines: [{ quantity: '1', name: person.kind === 'number' ? `Kasse ${person.written}` : 'Kasse' }], partyXml: `<cac:Contact><cbc:Name>${person.written}</cbc:Name></cac:Contact>` });
    return { name: `${at}.xml`, content: [Buffer.from(text.replace('<cac:Shipment>', `<cbc:Note>${person.written}</cbc:Note><cac:Shipment><cbc:Information>${person.written}</cbc:Information>`))] };
  });
  return { name: 'pakksedler.zip', bytes: await whole(writeZip(documents)), planted, lines: planted.length };
}
