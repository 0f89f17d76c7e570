import { ledgerFields, type LedgerField } from '../cast/ledger-form.ts';
import type { ComposedCustomer } from '../cast/customer.ts';
import { vatRowOf, type Posting } from '../latent/postings.ts';
import { workOf } from '../latent/invoices.ts';
import type { Scene } from '../scene.ts';
import { oreText } from '../../values/amounts.ts';
import { organisationNumberFrom } from '../../values/check-digits.ts';
import { addDays, daysBetween, monthOf, quarterOf } from '../../values/calendar.ts';
import { randomStream } from '../../values/rng.ts';
import type { WorldFile } from '../../world-file.ts';
import type { Cell } from '../../writing/cell.ts';
import { writeCsv } from '../../writing/csv.ts';

/**
 * The location of a posting in a file. `posting` is null for a seller without an agreement. Rows are 1-based, as in the
 * file.
 */
export interface PostingLocation {
  readonly posting: Posting | null;
  readonly kind: Posting['kind'] | 'other';
  readonly written: number;
  readonly file: string;
  readonly at: number;
}

export interface LedgerFile {
  readonly customer: ComposedCustomer;
  readonly quarter: string;
  readonly file: WorldFile;
  readonly rows: readonly PostingLocation[];
}

type Entry = Pick<
  Posting,
  | 'written'
  | 'account'
  | 'site'
  | 'bookedOn'
  | 'period'
  | 'voucher'
  | 'supplierNumber'
  | 'supplierName'
  | 'supplierOrgNumber'
  | 'invoiceNumber'
  | 'invoiceDate'
  | 'text'
> & { readonly kind: PostingLocation['kind']; readonly posting: Posting | null; readonly vat: number };

export const withoutOf = ({ booking }: ComposedCustomer): ReadonlySet<LedgerField> =>
  new Set<LedgerField>([
    ...booking.flatMap(({ habit }) => habit.without ?? []),
    ...(isGross({ booking }) ? [] : ['vatAmount' as const]),
  ]);
export const isGross = ({ booking }: Pick<ComposedCustomer, 'booking'>): boolean =>
  booking.some(({ habit }) => habit.amounts === 'gross');
const quarterOfPeriod = (period: string): string =>
  quarterOf(`${period.endsWith('-13') ? `${period.slice(0, 4)}-12` : period}-01`);

/** Yields the ledger files of a municipality by quarter. Postings after the last quarter are not written. */
export function* writeLedgerFiles(
  scene: Scene,
  customer: ComposedCustomer,
  postings: readonly Posting[],
): Generator<LedgerFile> {
  const { form, place } = customer;
  const fields = ledgerFields.filter((field) => !withoutOf(customer).has(field));
  const rowsOf = (posting: Posting): Entry[] => {
    const vat = Math.round((posting.amount * posting.vatPercent) / 100);
    const own: Entry = { ...posting, posting, vat };
    return form.vatRows && !isGross(customer) && vat !== 0
      ? [
          own,
          {
            ...own,
            kind: 'vat',
            posting: null,
            account: vatRowOf(posting).account,
            written: vat,
            text: 'Mva-kompensasjon',
          },
        ]
      : [own];
  };
  const entries = [...postings.flatMap(rowsOf), ...otherSpend(scene, customer, Math.ceil(postings.length / 10))];
  const missing = (quarter: string) =>
    customer.booking.some((drawn) => drawn.habit.misses?.(quarter, workOf(scene, place.number, drawn)));
  for (const quarter of scene.quarters.filter((each) => !missing(each))) {
    const own = entries
      .filter(({ period }) => quarterOfPeriod(period) === quarter)
      .toSorted((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : 0));
    const path = `ledgers/${place.slug}/${quarter}.csv`;
    const bytes = writeCsv(
      [
        fields.map((field) => form.headings[field]),
        ...own.map((entry) => fields.map((field) => cellOf(field, entry, customer))),
      ],
      form.csv,
    );
    yield {
      customer,
      quarter,
      file: { path, bytes },
      rows: own.map(({ posting, kind, written }, index) => ({ posting, kind, written, file: path, at: index + 2 })),
    };
  }
}

function cellOf(field: LedgerField, entry: Entry, { form }: ComposedCustomer): Cell {
  switch (field) {
    case 'voucherType':
      return 'IV';
    case 'voucherNumber':
      return entry.voucher;
    case 'voucherDate':
      return { date: entry.bookedOn };
    case 'period':
      return form.period === 'YYYYMM' ? entry.period.replace('-', '') : entry.period;
    case 'costCentre':
      return entry.site.costCentre;
    case 'function':
      return entry.site.function;
    case 'invoiceDate':
      return entry.invoiceDate === null ? null : { date: entry.invoiceDate };
    case 'vatAmount':
      return { number: oreText(entry.vat) };
    case 'amount':
      return { number: oreText(entry.written) };
    default:
      return entry[field];
  }
}

const otherSellers: readonly (readonly [name: string, account: string, text: string])[] = [
  ['Glomdalen Demokraft AS', '180', 'Strøm og nettleie'],
  ['Demo Forsikring AS', '185', 'Forsikring'],
  ['Bilhallen Demo AS', '210', 'Leasing'],
  ['Bokhandelen Demo', '100', 'Kontormateriell'],
  ['Demo Rådgivning AS', '272', 'Konsulent'],
];

/** Draws purchases from sellers without an agreement. */
function otherSpend(scene: Scene, customer: ComposedCustomer, count: number): Entry[] {
  const draw = randomStream(scene.seed, `other-spend/${customer.place.number}`);
  return Array.from({ length: count }, (_, index): Entry => {
    const [name, account, text] = draw.pick(otherSellers);
    const bookedOn = addDays(scene.firstDay, draw.int(0, daysBetween(scene.firstDay, scene.endDay) - 1));
    return {
      kind: 'other',
      posting: null,
      vat: 0,
      written: Math.round(Math.exp(draw.between(11, 16))),
      account,
      site: draw.pick(customer.sites),
      bookedOn,
      period: monthOf(bookedOn),
      voucher: `${customer.place.number.slice(2)}8${String(index).padStart(5, '0')}`,
      supplierNumber: String(90_000 + otherSellers.findIndex(([other]) => other === name)),
      supplierName: name,
      supplierOrgNumber: organisationNumberFrom(31_250_000 + 100 * otherSellers.findIndex(([other]) => other === name)),
      invoiceNumber: String(draw.int(100_000, 999_999)),
      invoiceDate: addDays(bookedOn, -5),
      text,
    };
  });
}
