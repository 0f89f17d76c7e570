import { sampleDespatch, sampleSaft, sampleSaftPurchase, sampleUbl, type SampleLine } from '@tallgrunn/formats/testing';
import { writeXlsx, writeZip } from '@tallgrunn/tabular';

// Exports as accounting systems and access points write them, none of them made by the product: each with what an independent hand has counted in it.

export interface ForeignFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Lines that come in and their amounts, kroner as they stand in the file; or the code of the refusal. */
  readonly expected:
    | {
        readonly amounts: readonly string[];
        readonly currency?: string;
        readonly aside?: number;
        readonly refused?: number;
        readonly told?: readonly string[];
        readonly repeated?: number;
      }
    | { readonly refusal: string };
}

const finnskog = '311047116';
const seller = { orgNumber: finnskog, name: 'Finnskog Storkjøkken Engros' };
const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};
const zipped = (files: Readonly<Record<string, string | Uint8Array>>) =>
  whole(
    writeZip(Object.entries(files).map(([name, content]) => ({ name, content: [Buffer.from(content as string)] }))),
  );

let counted = 0;
/** A number that no other file has. */
const next = (): number => 810_000 + (counted += 1);

const agressoHead =
  'BA;Bilagsnr;Bilagsdato;Periode;Konto;Konto (T);Ansvar;Ansvar (T);Funksjon;Funksjon (T);Resk.nr;Resk.nr (T);Orgnr;Fakturanr;AV;Beløp;Tekst';
const agresso = (
  amount: string,
  { ba = 'IV', period = '202603', account = '1115', org = finnskog, text = 'Faktura' } = {},
) =>
  `${ba};${next()};05.03.2026;${period};${account};Matvarer;4010;Rådhuset;253;Bistand;50012;Finnskog AS;${org};F-${counted};14;${amount};${text}`;
const vismaHead =
  'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst';
const visma = (
  amount: string,
  { art = '115', org = finnskog, number = '50012', period = '3/2026', text = 'Faktura' } = {},
) => `${next()};06.03.2026;${period};${art};4010;253;${number};Finnskog;${org};F-${counted};${amount};${text}`;
const csv = (...rows: string[]) => Buffer.from(`${rows.join('\r\n')}\r\n`);

async function sheets(tables: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<Buffer> {
  return whole(
    writeXlsx(
      Object.entries(tables).map(([name, [head = [], ...rows]]) => ({
        name,
        columns: head.map((header) => ({ header, kind: 'text' as const })),
        rows: (async function* () {
          yield* rows;
        })(),
      })),
    ),
  );
}

function ledgers(): ForeignFile[] {
  const ledger = (what: string, name: string, bytes: Buffer, expected: ForeignFile['expected']): ForeignFile => ({
    what,
    name,
    bytes,
    expected,
  });
  return [
    ledger(
      'Unit4 with text columns, voucher types and a total',
      'a1.csv',
      csv(
        agressoHead,
        agresso('1.234,50'),
        agresso('500,00', { ba: 'GL' }),
        agresso('(100,00)', { period: '202613' }),
        ';;;;;;;;;;;;;;Sum;1.634,50;',
      ),
      { amounts: ['1234.50', '-100.00'], told: ['ledger-filtered', 'ledger-total-row'] },
    ),
    ledger(
      'Unit4 in Windows-1252 with five digits an account, and VAT compensation',
      'a2.csv',
      Buffer.from(
        csv(agressoHead, agresso('80,00', { account: '11150' }), agresso('20,00', { account: '14290' })).toString(),
        'latin1',
      ),
      { amounts: ['80.00'], told: ['ledger-account-cut', 'ledger-account-excluded'] },
    ),
    ledger(
      'Visma with a minus behind, parentheses and a real minus',
      'v1.csv',
      csv(vismaHead, visma('1 234,50'), visma('1 234,50-'), visma('(34,50)'), visma('−10,00'), visma('12,50 CR')),
      { amounts: ['1234.50', '-1234.50', '-34.50', '-10.00', '-12.50'] },
    ),
    ledger(
      'organisation numbers with spaces, NO and MVA',
      'v2.csv',
      csv(
        vismaHead,
        visma('1,00', { org: '311 047 116' }),
        visma('2,00', { org: 'NO311047116MVA' }),
        visma('4,00', { org: 'NO 311 047 116 MVA' }),
      ),
      { amounts: ['1.00', '2.00', '4.00'] },
    ),
    ledger(
      'a supplier number alone, whose organisation a later row says',
      'v3.csv',
      csv(vismaHead, visma('8,00', { org: '', number: '60077' }), visma('16,00', { number: '60077' })),
      { amounts: ['8.00', '16.00'] },
    ),
    ledger(
      'a supplier number alone that nobody knows',
      'v4.csv',
      csv(vismaHead, visma('32,00', { org: '', number: '99001' })),
      { amounts: [], told: ['ledger-party-unknown'] },
    ),
    ledger(
      'opening and closing balances',
      'v5.csv',
      csv(vismaHead, ';;;115;;;;;;;1000,00;Inngående saldo', visma('64,00'), ';;;115;;;;;;;1064,00;Utgående saldo'),
      { amounts: ['64.00'], told: ['ledger-party-unknown'] },
    ),
    ledger(
      'an accrual and its reversal',
      'v6.csv',
      csv(
        vismaHead,
        visma('5000,00', { period: '12/2025', text: 'Avsetning' }),
        visma('-5000,00', { period: '1/2026', text: 'Tilbakeført' }),
        visma('5100,00'),
      ),
      { amounts: ['5000.00', '-5000.00', '5100.00'] },
    ),
    ledger(
      'internal invoices and their income',
      'v7.csv',
      csv(
        vismaHead,
        visma('100,00', { art: '290', org: buyer.orgNumber }),
        visma('-100,00', { art: '780', org: buyer.orgNumber }),
      ),
      { amounts: ['100.00'], told: ['ledger-chart-excluded'] },
    ),
    ledger(
      'arts 429 and 729, pay and finance',
      'v8.csv',
      csv(
        vismaHead,
        visma('25,00', { art: '429' }),
        visma('-25,00', { art: '729' }),
        visma('30000,00', { art: '010' }),
        visma('9,00', { art: '500' }),
        visma('128,00'),
      ),
      { amounts: ['128.00'] },
    ),
    ledger(
      'a title, headings on the sixth row, pages, remarks and totals of parts',
      'v9.csv',
      csv(
        'Kongsvinger kommune;;;;;;;;;;;',
        'Hovedbok;;;;;;;;;;;',
        'Periode: 202603;;;;;;;;;;;',
        '',
        vismaHead,
        visma('10,00'),
        'Sum 115;;;;;;;;;;10,00;',
        'Side 2;;;;;;;;;;;',
        vismaHead,
        visma('20,00', { art: '120' }),
        'Sum 120;;;;;;;;;;20,00;',
        'Total;;;;;;;;;;30,00;',
        'Utskrevet 01.04.2026;;;;;;;;;;;',
      ),
      { amounts: ['10.00', '20.00'], told: ['ledger-total-row'] },
    ),
    ledger('a total that is not the sum', 'v10.csv', csv(vismaHead, visma('10,00'), 'Total;;;;;;;;;;40,00;'), {
      amounts: ['10.00'],
      told: ['ledger-total-differs'],
    }),
    ledger('amounts that can be read in two ways', 'v11.csv', csv(vismaHead, visma('1.234'), visma('5.678')), {
      amounts: ['1234', '5678'],
      told: ['ledger-amount-two-ways'],
    }),
    ledger('purchases with a minus', 'v12.csv', csv(vismaHead, ...Array.from({ length: 6 }, () => visma('-10,00'))), {
      amounts: Array<string>(6).fill('-10.00'),
      told: ['ledger-mostly-negative'],
    }),
    ledger(
      'cells that are no amounts',
      'v13.csv',
      csv(vismaHead, visma('#N/A'), visma(''), visma('ti'), visma('256,00')),
      { amounts: ['256.00'], aside: 3 },
    ),
    ledger(
      'debit and credit apart',
      'x1.csv',
      csv(
        'Voucher No,Voucher Date,Period,Account,Cost Centre,Function,Supplier No,Supplier,Company No,Invoice No,Debit,Credit,Text',
        `${next()},2026-03-05,202603,1115,4010,253,50012,Finnskog,${finnskog},D-1,"1,234.50",,Invoice`,
        `${next()},2026-03-05,202603,1115,4010,253,50012,Finnskog,${finnskog},D-2,,234.50,Credit`,
      ),
      { amounts: ['1234.50', '-234.50'] },
    ),
    ledger(
      'several currencies',
      'x2.csv',
      csv(
        'Voucher No;Voucher Date;Account;Company No;Invoice No;Currency;Amount',
        `${next()};2026-03-05;1115;${finnskog};E-1;EUR;20.00`,
        `${next()};2026-03-05;1115;${finnskog};E-2;eur;30.50`,
      ),
      { amounts: ['20.00', '30.50'], currency: 'EUR' },
    ),
    ledger(
      'tabs in UTF-16',
      'x3.txt',
      Buffer.from(`\ufeff${csv(vismaHead, visma('512,00')).toString().replaceAll(';', '\t')}`, 'utf16le'),
      { amounts: ['512.00'] },
    ),
    ledger(
      'Business Central in English, whose chart nobody has told',
      'b1.csv',
      csv(
        'Posting Date;Document Type;Document No.;External Document No.;G/L Account No.;Description;Vendor No.;Vendor Name;VAT Registration No.;Amount',
        '05.03.2026;Invoice;PI-1;F-1;6300;x;V1;Finnskog;NO311047116MVA;10,00',
      ),
      { refusal: 'ledger-no-profile' },
    ),
    ledger(
      'a flat file without headings',
      'b2.dat',
      Buffer.from('B202603   GLIV   1115   4010   253   0000000000123450 20260305\r\n'),
      { refusal: 'ledger-no-profile' },
    ),
    ledger('headings alone', 'b3.csv', csv(vismaHead), { refusal: 'ledger-empty' }),
  ];
}

const priced = (net: string): SampleLine => ({
  quantity: '1',
  net,
  price: net,
  name: 'Kjøttdeig',
  sellerNumber: '00512',
});
const document = (lines: readonly SampleLine[], sum: string, more: Partial<Parameters<typeof sampleUbl>[0]> = {}) =>
  sampleUbl({ id: `U-${next()}`, seller, buyer, lines, lineExtensionAmount: sum, ...more });
const charge = (indicator: boolean, amount: string) =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Frakt</cbc:AllowanceChargeReason><cbc:Amount currencyID="NOK">${amount}</cbc:Amount></cac:AllowanceCharge>`;
const credits = ['C-1', 'C-2', 'C-3']
  .map(
    (id) =>
      `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${id}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`,
  )
  .join('');

async function invoices(): Promise<ForeignFile[]> {
  const file = (
    what: string,
    text: string | Buffer,
    expected: ForeignFile['expected'],
    name = `u${counted}.xml`,
  ): ForeignFile => ({ what, name, bytes: Buffer.from(text as string), expected });
  const [first, second] = [document([priced('100.00')], '100.00'), document([priced('50.00')], '50.00')];
  return [
    file(
      'an allowance and a charge on the document',
      document([priced('100.00')], '100.00', { headXml: charge(true, '50.00') + charge(false, '10.00') }),
      { amounts: ['100.00', '50.00', '-10.00'] },
    ),
    file(
      'an allowance and a charge on a line, and the price of a hundred',
      document(
        [
          {
            ...priced('25.30'),
            quantity: '250',
            price: '10.00',
            lineXml: charge(true, '0.50') + charge(false, '0.20'),
          },
        ],
        '25.30',
      ).replace('</cac:Price>', '<cbc:BaseQuantity unitCode="EA">100</cbc:BaseQuantity></cac:Price>'),
      { amounts: ['25.30'] },
    ),
    file(
      'a negative quantity and a price of nothing',
      document(
        [
          priced('100.00'),
          { ...priced('-20.00'), quantity: '-2', price: '10.00' },
          { ...priced('0.00'), quantity: '5' },
        ],
        '80.00',
      ),
      { amounts: ['100.00', '-20.00', '0.00'] },
    ),
    file(
      'a credit note for three invoices',
      document([priced('20.00')], '20.00', { type: 'CreditNote', headXml: credits }),
      { amounts: ['-20.00'] },
    ),
    file(
      'a credit note below zero',
      document([{ ...priced('-10.00'), quantity: '-1', price: '10.00' }], '-10.00', {
        type: 'CreditNote',
        headXml: credits,
      }),
      { amounts: ['10.00'], told: ['credit-note-negative'] },
    ),
    file(
      'another currency, with kroner as that of the tax',
      document([priced('50.00')], '50.00', {
        currency: 'EUR',
        headXml: '<cbc:TaxCurrencyCode>NOK</cbc:TaxCurrencyCode>',
      }),
      { amounts: ['50.00'], currency: 'EUR' },
    ),
    file('a number of five thousand letters', document([priced('1.00')], '1.00', { id: `L${'9'.repeat(5000)}` }), {
      amounts: ['1.00'],
    }),
    file(
      'twenty thousand lines',
      document(
        Array.from({ length: 20_000 }, (_, at) => ({ ...priced('1.00'), id: String(at) })),
        '20000.00',
      ),
      { amounts: Array<string>(20_000).fill('1.00') },
    ),
    file(
      'an attachment of thirty megabytes',
      document([priced('2.00')], '2.00', {
        headXml: `<cac:AdditionalDocumentReference><cbc:ID>v</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">${'QUJD'.repeat(10 * 1024 * 1024)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`,
      }),
      { amounts: ['2.00'] },
    ),
    file(
      'a processing instruction',
      document([priced('3.00')], '3.00').replace('?>', '?><?xml-stylesheet href="http://example.com/x.xsl"?>'),
      { amounts: ['3.00'] },
    ),
    ...['389', '393', '384'].map((type) =>
      file(
        `a document of type ${type}`,
        document([priced('4.00')], '4.00').replace(
          '<cbc:DocumentCurrencyCode>',
          `<cbc:InvoiceTypeCode>${type}</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>`,
        ),
        { amounts: ['4.00'] },
      ),
    ),
    file(
      'EHF 2, by its own schemes',
      document([priced('5.00')], '5.00')
        .replaceAll('schemeID="0192"', 'schemeID="NO:ORGNR"')
        .replace(/<cbc:CustomizationID>[^<]*/, '<cbc:CustomizationID>urn:www.difi.no:ehf:faktura:ver2.0'),
      { amounts: ['5.00'] },
    ),
    file('a sum that is not that of its lines', document([priced('6.00')], '999.00'), {
      amounts: ['6.00'],
      told: ['invoice-line-sum'],
    }),
    file('decimal commas', document([priced('7,00'), priced('8.00')], '15.00'), {
      amounts: ['8.00'],
      told: ['number-not-read'],
    }),
    file('a wrong name space', document([priced('9.00')], '9.00').replace(/xmlns="[^"]*"/, 'xmlns="urn:x:Invoice"'), {
      refusal: 'wrong-root',
    }),
    file('an order', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"><x/></Order>', {
      refusal: 'kind-not-yet',
    }),
    file('no lines', document([], '0.00'), { refusal: 'invoice-without-lines' }),
    file(
      'folders, sidecars and copies in a zip',
      await zipped({
        'mars/a.xml': first,
        'mars/._a.xml': 'x',
        '__MACOSX/mars/._a.xml': 'x',
        '.DS_Store': 'x',
        'mars/B.XML': second,
        'mars/b.pdf': '%PDF',
      }),
      { amounts: ['100.00', '50.00'] },
      'mange.zip',
    ),
    file(
      'a zip in a zip, a table, a broken document, and one twice',
      await zipped({
        'a.xml': document([priced('11.00')], '11.00', { id: 'TWICE-1' }),
        'kopi.xml': document([priced('11.00')], '11.00', { id: 'TWICE-1' }),
        'b.zip': await zipped({ 'c.xml': second }),
        'bok.csv': 'a;b\n',
        'd.xml': second.slice(0, -40),
      }),
      { amounts: ['11.00'], refused: 3, repeated: 1, told: ['zip-in-zip', 'zip-with-table', 'xml-truncated'] },
      'rot.zip',
    ),
    file(
      'a table alone in a zip',
      await zipped({ 'bok.csv': csv(vismaHead, visma('1,00')) }),
      { refusal: 'zip-with-table' },
      'bok.zip',
    ),
  ];
}

async function others(): Promise<ForeignFile[]> {
  const { amounts, ...march } = { amounts: ['800.00', '200.00'], company: buyer };
  const [one, two] = [
    sampleSaftPurchase(`S${next()}`, amounts[0]!, '120.00', '920.00'),
    sampleSaftPurchase(`S${next()}`, amounts[1]!, '50.00', '250.00'),
  ];
  const saft = (
    what: string,
    bytes: string | Buffer,
    expected: ForeignFile['expected'],
    name = `s${next()}.xml`,
  ): ForeignFile => ({ what, name, bytes: Buffer.from(bytes as string), expected });
  const own = (net: string) => ({ ...march, transactions: [sampleSaftPurchase(`S${next()}`, net, '0.00', net)] });
  return [
    saft(
      'SAF-T 1.30 in two parts',
      await zipped({
        'x_1_2.xml': sampleSaft({ ...march, transactions: [one] }),
        'x_2_2.xml': sampleSaft({ ...march, transactions: [two], withoutMaster: true }),
      }),
      { amounts },
      'saft.zip',
    ),
    saft(
      'SAF-T 1.10',
      sampleSaft({
        ...own('12.00'),
        version: '1.10',
        accounts: [
          { id: '1115', name: 'Varekjøp', standard: '43' },
          { id: '1429', name: 'Mva', standard: '27' },
          { id: '2400', name: 'Gjeld', standard: '24' },
        ],
      }),
      { amounts: ['12.00'] },
    ),
    saft(
      'SAF-T that does not balance',
      sampleSaft({ ...march, transactions: [sampleSaftPurchase('9', '800.00', '120.00', '900.00')] }),
      { refusal: 'saft-transaction-unbalanced' },
    ),
    saft('SAF-T without its master files', sampleSaft({ ...own('1.00'), withoutMaster: true }), {
      refusal: 'saft-accounts-missing',
    }),
    saft('SAF-T without transactions', sampleSaft(march), { refusal: 'saft-empty' }),
    saft(
      'SAF-T with amounts in euro beside the kroner',
      sampleSaft(own('1150.00')).replace(
        '<n1:Amount>1150.00</n1:Amount>',
        '<n1:Amount>1150.00</n1:Amount><n1:CurrencyCode>EUR</n1:CurrencyCode><n1:CurrencyAmount>100.00</n1:CurrencyAmount>',
      ),
      { amounts: ['1150.00'] },
    ),
    saft(
      'SAF-T with a part that is missing',
      await zipped({ 'x_1_3.xml': sampleSaft({ ...own('100.00'), totalDebit: '300.00', totalCredit: '300.00' }) }),
      { refusal: 'saft-total-differs' },
      'halv.zip',
    ),
    {
      what: 'a workbook of several sheets, one of them a cover',
      name: 'ark.xlsx',
      bytes: await sheets({
        Forside: [['Kongsvinger kommune'], ['Hovedbok 2026']],
        Mars: [vismaHead.split(';'), visma('13,00').split(';')],
        April: [vismaHead.split(';'), visma('14,00').split(';')],
      }),
      expected: { amounts: ['13.00', '14.00'] },
    },
    {
      what: 'a despatch advice with parts still to come',
      name: 'pakk.xml',
      bytes: Buffer.from(
        sampleDespatch({ id: `PS-${next()}`, seller, buyer, lines: [{ quantity: '5' }, { quantity: '0' }] })
          .replace(
            '</cbc:DeliveredQuantity>',
            '</cbc:DeliveredQuantity><cbc:OutstandingQuantity unitCode="EA">5</cbc:OutstandingQuantity>',
          )
          .replace('</cac:Shipment>', '</cac:Shipment><cac:Shipment><cbc:ID>2</cbc:ID></cac:Shipment>'),
      ),
      expected: { amounts: ['', ''] },
    },
  ];
}

export const foreignFiles = async (): Promise<ForeignFile[]> => [
  ...ledgers(),
  ...(await invoices()),
  ...(await others()),
];
