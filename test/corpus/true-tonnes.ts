import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

interface World {
  readonly suppliers: readonly { readonly key: string; readonly name: string }[];
  readonly buyers: readonly { readonly name: string; readonly municipalityNumber: string }[];
}

/**
 * True delivered tonnes CO₂e of agreement suppliers, by month of delivery and by accounting period of their invoice.
 */
export interface TrueTonnes extends World {
  /** Sums over some municipalities, by name, and some months, inclusive. */
  sum(
    by: 'books' | 'delivery',
    supplier: string,
    buyers: readonly string[],
    months: { readonly from: string; readonly to: string },
  ): number;
  municipalityOf(buyer: string): string;
  /** Returns the index of a municipality among those with a ledger, from 0. */
  placeOf(municipality: string): number;
  monthsBetween(from: string, to: string): string[];
}

export const rowsOf = <T>({ columns, rows }: Table): T[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as T);
export const json = <T>(folder: string, name: string): T =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T;

export function readTonnes(folder: string): TrueTonnes {
  const truth = json<{ deliveries: Table; items: Table; invoices: Table }>(folder, 'truth.json');
  const world = json<World & { ledgers: readonly { municipality: string }[] }>(folder, 'world.json');
  const footprints = new Map(
    rowsOf<{ supplier: string; number: string; footprint: number }>(truth.items).map(
      ({ supplier, number, footprint }) => [`${supplier} ${number}`, footprint],
    ),
  );
  const booked = new Map(
    rowsOf<{ supplier: string; number: string; bookedPeriod: string | null }>(truth.invoices).map(
      ({ supplier, number, bookedPeriod }) => [`${supplier} ${number}`, bookedPeriod],
    ),
  );
  const numbers = new Map(world.buyers.map(({ name, municipalityNumber }) => [name, municipalityNumber]));
  const places = [...new Set(world.ledgers.map(({ municipality }) => municipality))];
  const tonnes = new Map<string, number>();
  const add = (by: string, supplier: string, municipality: string, month: string | null | undefined, more: number) => {
    const key = `${by} ${supplier} ${municipality} ${month}`;
    tonnes.set(key, (tonnes.get(key) ?? 0) + more);
  };
  for (const { supplier, municipality, item, deliveredOn, quantity, invoice } of rowsOf<{
    supplier: string;
    municipality: string;
    item: string;
    deliveredOn: string;
    quantity: number;
    invoice: string | null;
  }>(truth.deliveries)) {
    const one = ((quantity / 1000) * (footprints.get(`${supplier} ${item}`) ?? 0)) / 1000;
    add('delivery', supplier, municipality, deliveredOn.slice(0, 7), one);
    if (invoice !== null) add('books', supplier, municipality, booked.get(`${supplier} ${invoice}`), one);
  }
  const monthsBetween = (from: string, to: string): string[] => {
    const months: string[] = [];
    for (
      let at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1;
      months.at(-1) !== to && months.length < 120;
      at += 1
    )
      months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
    return months;
  };
  const municipalityOf = (buyer: string): string => numbers.get(buyer) ?? '';
  return {
    suppliers: world.suppliers,
    buyers: world.buyers,
    municipalityOf,
    placeOf: (municipality) => places.indexOf(municipality),
    monthsBetween,
    sum: (by, supplier, buyers, { from, to }) =>
      buyers
        .flatMap((buyer) =>
          monthsBetween(from, to).map(
            (month) => tonnes.get(`${by} ${supplier} ${municipalityOf(buyer)} ${month}`) ?? 0,
          ),
        )
        .reduce((all, one) => all + one, 0),
  };
}
