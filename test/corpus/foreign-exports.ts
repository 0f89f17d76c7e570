import { sampleDespatch, sampleSaft, sampleSaftPurchase, sampleUbl, type SampleLine } from '@tallgrunn/formats/testing';
import {
  seller,
  buyer,
  zipped,
  counted,
  next,
  vismaHead,
  visma,
  csv,
  sheets,
  type ForeignFile,
} from './foreign-kit.ts';
import { foreignLedgers } from './foreign-ledgers.ts';
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
      refusal: 'document-type-not-supported',
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
  ...foreignLedgers(),
  ...(await invoices()),
  ...(await others()),
];
