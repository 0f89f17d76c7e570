import {
  homonymCounties,
  roleOf,
  type CheckContext,
  type FieldRole,
  type Terms,
  type TermsField,
  type TermsTable,
  type TypedCells,
} from '@tallgrunn/checks';
import { foldName } from '@tallgrunn/values';
import { itemFinder, writtenUnit } from './known-item.ts';
import type { InvoicedLine } from './read-invoiced.ts';

/** Field values of a report line taken from an invoice line, by role, as a person would write them. */
type Told = Partial<Record<FieldRole, string | null>>;

/**
 * Returns a function that fills in the cells of a report line from an invoice line; facts that the invoice does not
 * state stay empty.
 */
export function reportLineOf(
  table: TermsTable,
  terms: Pick<Terms, 'vat'>,
  context: CheckContext,
): (line: InvoicedLine) => TypedCells {
  const itemOf = itemFinder(context);
  const buyerAt = new Map(context.buyers?.key.map((key, at) => [key, at]));
  const onlyLot = context.lots?.key.length === 1 ? context.lots.key[0]! : null;
  return (line) => {
    const item = itemOf(line);
    const told = {
      ...goodsOf(line, item, context),
      ...moneyOf(line, terms),
      ...buyerOf(context, buyerAt.get(line.buyerId)),
      lot: (item === undefined ? null : context.items?.lot?.[item]) ?? onlyLot,
    };
    return Object.fromEntries(
      table.fields.flatMap((field): [string, string][] => {
        const role = roleOf(field);
        const value = role && told[role];
        return value ? [[field.name, written(field, value)]] : [];
      }),
    );
  };
}

function goodsOf(line: InvoicedLine, item: number | undefined, { items, period }: CheckContext): Told {
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
    unit: line.unit && writtenUnit(line.unit, agreed?.unit ?? null),
    deliveredOn: line.deliveredOn,
    invoicedOn: line.invoicedOn,
    period: period?.key ?? null,
    invoiceNumber: line.invoiceNumber,
    invoiceLine: line.invoiceLine,
    orderNumber: line.orderNumber,
  };
}

/** E-invoice amounts exclude VAT. When the report includes VAT, prices and amounts are left empty. */
function moneyOf({ unitPrice, amount, currency }: InvoicedLine, { vat }: Pick<Terms, 'vat'>): Told {
  return vat === 'excluded' ? { unitPrice, amount, currency } : { currency };
}

function buyerOf({ buyers }: CheckContext, at: number | undefined): Told {
  if (!buyers || at === undefined) return {};
  const [name, number] = [buyers.name[at]!, buyers.orgNumber?.[at] ?? null];
  // A name shared by two municipalities would raise a question; the organisation number identifies which.
  const isShared = homonymCounties(foldName(name).split(' ')[0] ?? '') !== null;
  return { buyer: isShared && number !== null ? number : name, buyerName: name, buyerOrgNumber: number };
}

/** Formats a value: numbers with a decimal comma and dates as day.month.year, unless the field specifies otherwise. */
function written({ type, decimalChar, dateOrder }: TermsField, value: string): string {
  if (type === 'number' || type === 'integer') {
    const short = value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value;
    return decimalChar === '.' ? short : short.replace('.', ',');
  }
  const day = type === 'date' ? /^(\d{4})-(\d{2})-(\d{2})/.exec(value) : null;
  return day && dateOrder !== 'month-first' ? `${day[3]}.${day[2]}.${day[1]}` : value;
}
