import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The true pairs of a demo world, read from its folder after loading. No code under libs uses it. */
export interface MatchingTruth {
  /** Ids of the deliveries in a report line; undefined where the truth does not have the line. */
  reported(supplier: string, file: string, row: number): readonly number[] | undefined;
  booked(line: BookedPlace): TrueBooked | undefined;
  delivery(id: number): TrueDelivery;
}

export interface BookedPlace {
  readonly municipality: string;
  /** File name in the product: "2025-Q1.csv", or "2025-Q1.zip/entry.xml" for an e-invoice. */
  readonly file: string;
  readonly row: number;
  readonly invoiceLine: string | null;
}

export interface TrueBooked {
  readonly kind: string;
  readonly deliveries: readonly number[];
  readonly misposted: boolean;
  readonly rightAccount: string | null;
}

export interface TrueDelivery {
  readonly id: number;
  readonly supplier: string;
  readonly municipality: string;
  readonly item: string;
  readonly deliveredOn: string;
  readonly amount: number;
  readonly invoice: string | null;
  readonly invoiceLine: string | null;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

interface Part {
  readonly deliveries: Table;
  readonly files: Table;
  readonly reportLines: Table;
  readonly postings: Table;
  readonly archived?: Table;
  readonly invoices: Table;
}

interface TruePosting {
  readonly file: number;
  readonly row: number;
  readonly kind: string;
  readonly invoice: string | null;
  readonly category: string | null;
  readonly rightArt: string;
}

const rowsOf = <T>({ columns, rows }: Table): T[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as T);
const json = <T>(folder: string, name: string): T => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T;
const lastPart = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

export function readMatchingTruth(folder: string): MatchingTruth {
  const truth = json<Part & { parts?: readonly string[]; items: Table }>(folder, 'truth.json');
  const world = json<{
    suppliers: readonly { key: string; slug: string }[];
    ledgers: readonly { municipality: string; path: string }[];
  }>(folder, 'world.json');
  const slugs = new Map(world.suppliers.map(({ key, slug }) => [slug, key]));
  const towns = new Map(world.ledgers.map((ledger) => [ledger.path.split('/')[1] as string, ledger.municipality]));
  const parts = truth.parts?.map((name) => json<Part>(folder, name)) ?? [truth];
  const book = new Book(
    new Map(
      rowsOf<{ supplier: string; number: string; category: string }>(truth.items).map(
        ({ supplier, number, category }) => [`${supplier}/${number}`, category],
      ),
    ),
  );
  for (const part of parts) book.learn(part);
  for (const part of parts) book.take(part, slugs, towns);
  return book;
}

class Book implements MatchingTruth {
  private readonly lines = new Map<string, readonly number[]>();
  private readonly spends = new Map<string, TrueBooked>();
  private readonly deliveries = new Map<number, TrueDelivery>();
  private readonly byInvoice = new Map<string, TrueDelivery[]>();
  private readonly artOf = new Map<string, string>();
  private readonly categoryOf: ReadonlyMap<string, string>;

  constructor(categoryOf: ReadonlyMap<string, string>) {
    this.categoryOf = categoryOf;
  }

  learn(part: Part): void {
    for (const one of rowsOf<TrueDelivery>(part.deliveries)) {
      this.deliveries.set(one.id, one);
      const key = `${one.supplier}/${one.invoice}`;
      this.byInvoice.set(key, [...(this.byInvoice.get(key) ?? []), one]);
    }
    for (const { category, rightArt, kind } of rowsOf<TruePosting>(part.postings))
      if (kind === 'goods' && category !== null) this.artOf.set(category, rightArt);
  }

  take(part: Part, slugs: ReadonlyMap<string, string>, towns: ReadonlyMap<string, string>): void {
    const paths = rowsOf<{ path: string }>(part.files).map((file) => file.path);
    for (const { file, row, deliveries } of rowsOf<{ file: number; row: number; deliveries: readonly number[] }>(
      part.reportLines,
    )) {
      const name = paths[file] as string;
      this.lines.set(`${slugs.get(name.split('/')[1] as string)} ${lastPart(name)} ${row}`, deliveries);
    }
    const postings = rowsOf<TruePosting & { art?: string }>(part.postings);
    const goods = Map.groupBy(
      postings.filter(({ kind }) => kind === 'goods'),
      ({ invoice }) => invoice,
    );
    for (const posting of postings) {
      const name = paths[posting.file] as string;
      const alone = goods.get(posting.invoice)?.length === 1;
      const own =
        posting.kind === 'goods'
          ? (this.byInvoice.get(posting.invoice as string) ?? []).filter(
              (one) => alone || this.artOfDelivery(one) === posting.rightArt,
            )
          : [];
      this.spends.set(`${towns.get(name.split('/')[1] as string)} ${lastPart(name)} ${posting.row}`, {
        kind: posting.kind,
        deliveries: own.map(({ id }) => id),
        misposted: false,
        rightAccount: posting.rightArt,
      });
    }
    for (const [invoice, archive, entry] of archivedOf(part, paths)) {
      const town = towns.get(archive.split('/')[1] as string);
      for (const one of this.byInvoice.get(invoice) ?? []) {
        this.spends.set(`${town} ${lastPart(archive)}/${entry} #${one.invoiceLine}`, {
          kind: 'goods',
          deliveries: [one.id],
          misposted: false,
          rightAccount: this.artOfDelivery(one) ?? null,
        });
      }
    }
  }

  private artOfDelivery({ supplier, item }: TrueDelivery): string | undefined {
    return this.artOf.get(this.categoryOf.get(`${supplier}/${item}`) ?? '');
  }

  reported(supplier: string, file: string, row: number): readonly number[] | undefined {
    return this.lines.get(`${supplier} ${file} ${row}`);
  }

  /** Returns the truth of a booked line. An e-invoice line without a delivery is a fee. */
  booked({ municipality, file, row, invoiceLine }: BookedPlace): TrueBooked | undefined {
    if (!file.includes('/')) return this.spends.get(`${municipality} ${file} ${row}`);
    return (
      this.spends.get(`${municipality} ${file} #${invoiceLine}`) ?? {
        kind: 'fee',
        deliveries: [],
        misposted: false,
        rightAccount: null,
      }
    );
  }

  delivery(id: number): TrueDelivery {
    return this.deliveries.get(id) as TrueDelivery;
  }
}

/** Returns invoice key, archive path and entry of each archived invoice. */
function archivedOf(part: Part, paths: readonly string[]): [string, string, string][] {
  if (part.archived)
    return rowsOf<{ invoice: string; file: number; entry: string }>(part.archived).map(({ invoice, file, entry }) => [
      invoice,
      paths[file] as string,
      entry,
    ]);
  return rowsOf<{ supplier: string; number: string; archive: number | null; entry: string | null }>(
    part.invoices,
  ).flatMap(({ supplier, number, archive, entry }) =>
    archive === null
      ? []
      : [[`${supplier}/${number}`, paths[archive] as string, entry as string] as [string, string, string]],
  );
}
