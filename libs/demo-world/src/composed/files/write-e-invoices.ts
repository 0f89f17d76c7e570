import { strToU8 } from 'fflate';
import { buyerParty, sellerParty } from '../../invoices/parties.ts';
import { milliText, oreText, percentOf } from '../../values/amounts.ts';
import { addDays, quarterOf } from '../../values/calendar.ts';
import type { WorldFile } from '../../world-file.ts';
import { element } from '../../writing/xml.ts';
import { packZip } from '../../writing/zip.ts';
import type { ComposedCustomer } from '../cast/customer.ts';
import { EURO_ORE, netOf, vatPercentOf, workOf, type Invoice, type InvoiceLine } from '../latent/invoices.ts';
import type { Scene } from '../scene.ts';

/** An e-invoice in a municipality's archive. `held` is the version after conversion by its access point. */
export interface ArchivedInvoice {
  readonly invoice: Invoice;
  readonly held: Invoice;
  readonly file: string;
  readonly entry: string;
}

export interface ArchiveFile {
  readonly customer: ComposedCustomer;
  readonly quarter: string;
  readonly file: WorldFile;
  readonly held: readonly ArchivedInvoice[];
}

const unitCodes: Readonly<Record<string, string>> = { stk: 'EA', pk: 'XPK' };
const components = 'urn:oasis:names:specification:ubl:schema:xsd';

/**
 * Yields a municipality's e-invoice archives by quarter of issue; none where it has none. Marks the invoices that are
 * not in an archive, before they are booked.
 */
export function* writeArchives(
  scene: Scene,
  customer: ComposedCustomer,
  invoices: readonly Invoice[],
): Generator<ArchiveFile> {
  const habits = customer.booking.map((drawn) => ({
    habit: drawn.habit,
    work: workOf(scene, `archive/${customer.place.number}`, drawn),
  }));
  const own = invoices.filter((invoice) => {
    const without = habits.find(({ habit, work }) => habit.holds?.(invoice, customer, work) === false);
    if (without) invoice.habits.add(without.habit.key);
    return !without;
  });
  const [first, last] = [scene.quarters[0] ?? '', scene.quarters.at(-1) ?? ''];
  const quarterFor = ({ issuedOn }: Invoice) => (quarterOf(issuedOn) < first ? first : quarterOf(issuedOn));
  for (const quarter of scene.quarters.filter((each) => each <= last)) {
    const file = `invoices/${customer.place.slug}/${quarter}.zip`;
    const archived = own
      .filter((invoice) => quarterFor(invoice) === quarter)
      .map((invoice, at): ArchivedInvoice => {
        const copy = {
          ...invoice,
          lines: invoice.lines.map((line) => ({ ...line, habits: new Set(line.habits) })),
          habits: new Set(invoice.habits),
        };
        const made = habits.reduce(
          (document, { habit, work }) => markChanged(habit.document?.(document, work), document, habit.key),
          copy,
        );
        return { invoice, held: made, file, entry: `faktura-${at + 1}.xml` };
      });
    if (archived.length === 0) continue;
    yield {
      customer,
      quarter,
      held: archived,
      file: {
        path: file,
        bytes: packZip(
          Object.fromEntries(archived.map(({ held: document, entry }) => [entry, strToU8(documentOf(document))])),
        ),
      },
    };
  }
}

function markChanged(next: Invoice | undefined, before: Invoice, key: string): Invoice {
  if (!next) return before;
  for (const line of next.lines) line.habits.add(key);
  return next;
}

/**
 * Writes a Peppol BIS Billing 3 invoice or credit note (UBL 2.1, EHF). Amounts of a credit note are positive, as the
 * format requires.
 */
function documentOf(invoice: Invoice): string {
  const credit = netOf(invoice) < 0;
  const sign = credit ? -1 : 1;
  const name = credit ? 'CreditNote' : 'Invoice';
  const money = (tag: string, ore: number) =>
    element(tag, oreText(inCurrency(ore, invoice)), { currencyID: invoice.currency });
  const percent = vatPercentOf(invoice);
  const vatCategory = (tag: string) =>
    element(tag, [
      element('cbc:ID', 'S'),
      element('cbc:Percent', String(percent)),
      element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
    ]);
  const lines = invoice.lines.reduce((sum, { amount }) => sum + inCurrency(amount, invoice), 0) * sign;
  const charge = inCurrency(invoice.charge, invoice) * sign;
  const own = (tag: string, cents: number) => element(tag, oreText(cents), { currencyID: invoice.currency });
  const parts = [
    element('cbc:CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
    element('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
    element('cbc:ID', invoice.number),
    element('cbc:IssueDate', invoice.issuedOn),
    credit ? '' : element('cbc:DueDate', addDays(invoice.issuedOn, 30)),
    credit ? element('cbc:CreditNoteTypeCode', '381') : element('cbc:InvoiceTypeCode', '380'),
    element('cbc:Note', 'Demodata – ikke en reell faktura'),
    element('cbc:DocumentCurrencyCode', invoice.currency),
    element('cbc:BuyerReference', invoice.site.name),
    invoice.order === null ? '' : element('cac:OrderReference', [element('cbc:ID', invoice.order)]),
    invoice.names && invoice.corrects
      ? element('cac:BillingReference', [
          element('cac:InvoiceDocumentReference', [element('cbc:ID', invoice.corrects.number)]),
        ])
      : '',
    sellerParty(invoice.party),
    buyerParty(invoice.site, invoice.billed.place),
    charge === 0
      ? ''
      : element('cac:AllowanceCharge', [
          element('cbc:ChargeIndicator', 'true'),
          element('cbc:AllowanceChargeReasonCode', 'FC'),
          element('cbc:AllowanceChargeReason', 'Frakt'),
          own('cbc:Amount', charge),
          vatCategory('cac:TaxCategory'),
        ]),
    ...totalsOf(lines, charge, percent, own, vatCategory('cac:TaxCategory')),
    ...invoice.lines.map((line) =>
      lineOf(line, credit, sign, money, vatCategory('cac:ClassifiedTaxCategory'), invoice),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, parts, { xmlns: `${components}:${name}-2`, 'xmlns:cac': `${components}:CommonAggregateComponents-2`, 'xmlns:cbc': `${components}:CommonBasicComponents-2` })}\n`;
}

/** Writes the VAT and the totals of a document from the sum of its lines and its freight charge. */
function totalsOf(
  lines: number,
  charge: number,
  percent: number,
  money: (tag: string, cents: number) => string,
  vatCategory: string,
): string[] {
  const net = lines + charge;
  const vat = percentOf(net, percent);
  return [
    element('cac:TaxTotal', [
      money('cbc:TaxAmount', vat),
      element('cac:TaxSubtotal', [money('cbc:TaxableAmount', net), money('cbc:TaxAmount', vat), vatCategory]),
    ]),
    element('cac:LegalMonetaryTotal', [
      money('cbc:LineExtensionAmount', lines),
      money('cbc:TaxExclusiveAmount', net),
      money('cbc:TaxInclusiveAmount', net + vat),
      charge === 0 ? '' : money('cbc:ChargeTotalAmount', charge),
      money('cbc:PayableAmount', net + vat),
    ]),
  ];
}

const inCurrency = (ore: number, { currency }: Invoice): number =>
  currency === 'EUR' ? Math.round((ore * 100) / EURO_ORE) : ore;

function lineOf(
  line: InvoiceLine,
  credit: boolean,
  sign: number,
  money: (tag: string, ore: number) => string,
  vat: string,
  invoice: Invoice,
): string {
  const price = line.quantity === 0 ? 0 : Math.abs((inCurrency(line.amount, invoice) * 10) / line.quantity);
  return element(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine', [
    element('cbc:ID', line.id),
    element(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', milliText(sign * line.quantity), {
      unitCode: unitCodes[line.unit] ?? 'EA',
    }),
    money('cbc:LineExtensionAmount', sign * line.amount),
    line.deliveredOn === null
      ? ''
      : element('cac:InvoicePeriod', [
          element('cbc:StartDate', line.deliveredOn),
          element('cbc:EndDate', line.deliveredOn),
        ]),
    element('cac:Item', [
      element('cbc:Name', line.name),
      line.itemNumber === null ? '' : element('cac:SellersItemIdentification', [element('cbc:ID', line.itemNumber)]),
      line.gtin === null
        ? ''
        : element('cac:StandardItemIdentification', [element('cbc:ID', line.gtin, { schemeID: '0160' })]),
      vat,
    ]),
    element('cac:Price', [element('cbc:PriceAmount', price.toFixed(4), { currencyID: invoice.currency })]),
  ]);
}
