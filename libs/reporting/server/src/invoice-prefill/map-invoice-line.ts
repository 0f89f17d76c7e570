import {
  homonymCounties,
  roleOf,
  type CheckContext,
  type FieldRole,
  type Terms,
  type TermsField,
  type TermsTable,
  type ManualEntryCells,
} from '@tallgrunn/checks';
import { normaliseName } from '@tallgrunn/values';
import { itemFinder, formatUnit } from './find-agreed-item.ts';
import type { InvoiceLine } from './load-invoice-lines.ts';

/** Field values of a report line taken from an invoice line, by role, as a person would write them. */
type ReportFieldValues = Partial<Record<FieldRole, string | null>>;

/**
 * Returns a function that fills in the cells of a report line from an invoice line; facts that the invoice does not
 * state stay empty.
 */
export function invoiceLineMapper(
  table: TermsTable,
  terms: Pick<Terms, 'vat'>,
  context: CheckContext,
): (line: InvoiceLine) => ManualEntryCells {
  const itemOf = itemFinder(context);
  const buyerAt = new Map(context.buyers?.key.map((key, at) => [key, at]));
  const onlyLot = context.lots?.key.length === 1 ? context.lots.key[0]! : null;
  return (line) => {
    const item = itemOf(line);
    const values = {
      ...itemValues(line, item, context),
      ...amountValues(line, terms),
      ...buyerValues(context, buyerAt.get(line.buyerId)),
      lot: (item === undefined ? null : context.items?.lot?.[item]) ?? onlyLot,
    };
    return Object.fromEntries(
      table.fields.flatMap((field): [string, string][] => {
        const role = roleOf(field);
        const value = role && values[role];
        return value ? [[field.name, formatValue(field, value)]] : [];
      }),
    );
  };
}

function itemValues(line: InvoiceLine, item: number | undefined, { items, period }: CheckContext): ReportFieldValues {
  const agreed =
    item === undefined
      ? null
      : {
          number: items!.number[item]!,
          name: items!.name[item]!,
          gtin: items!.gtin?.[item] ?? null,
          unit: items!.unit?.[item] ?? null,
        };
  return {
    itemNumber: agreed?.number ?? line.itemNumber,
    itemName: agreed?.name ?? line.itemName,
    gtin: agreed?.gtin ?? line.gtin,
    quantity: line.quantity,
    unit: line.unit && formatUnit(line.unit, agreed?.unit ?? null),
    deliveredOn: line.deliveredOn,
    invoicedOn: line.invoicedOn,
    period: period?.key ?? null,
    invoiceNumber: line.invoiceNumber,
    invoiceLine: line.invoiceLine,
    orderNumber: line.orderNumber,
  };
}

/** E-invoice amounts exclude VAT. When the report includes VAT, prices and amounts are left empty. */
function amountValues({ unitPrice, amount, currency }: InvoiceLine, { vat }: Pick<Terms, 'vat'>): ReportFieldValues {
  return vat === 'excluded' ? { unitPrice, amount, currency } : { currency };
}

function buyerValues({ buyers }: CheckContext, at: number | undefined): ReportFieldValues {
  if (!buyers || at === undefined) return {};
  const [name, number] = [buyers.name[at]!, buyers.orgNumber?.[at] ?? null];
  // A name shared by two municipalities would raise a question; the organisation number identifies which.
  const isShared = homonymCounties(normaliseName(name).split(' ')[0] ?? '') !== null;
  return { buyer: isShared && number !== null ? number : name, buyerName: name, buyerOrgNumber: number };
}

/** Formats a value: numbers with a decimal comma and dates as day.month.year, unless the field specifies otherwise. */
function formatValue({ type, decimalChar, dateOrder }: TermsField, value: string): string {
  if (type === 'number' || type === 'integer') {
    const short = value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value;
    return decimalChar === '.' ? short : short.replace('.', ',');
  }
  const day = type === 'date' ? /^(\d{4})-(\d{2})-(\d{2})/.exec(value) : null;
  return day && dateOrder !== 'month-first' ? `${day[3]}.${day[2]}.${day[1]}` : value;
}
