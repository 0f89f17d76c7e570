import type { WorldFile } from '../world-file.ts';
import { writeComposedManifest, writeComposedWorld, writePriceForms } from './files/write-composed-world.ts';
import { writeArchives } from './files/write-e-invoices.ts';
import { writeLedgerFiles } from './files/write-ledger-files.ts';
import { writeReportFiles } from './files/write-report-files.ts';
import { deliveriesOf } from './latent/deliveries.ts';
import { invoicesOf } from './latent/invoices.ts';
import { postingsOf } from './latent/postings.ts';
import { chargesByDelivery, reportRowsOf } from './latent/report-rows.ts';
import { habitsOf, makeScene } from './make-scene.ts';
import { sizes, type Size, type SizeName } from './size.ts';
import { writeComposedTruth, type Composed } from './truth/write-composed-truth.ts';

export interface ComposedOptions {
  /** A whole number. The same seed gives the same bytes. */
  readonly seed: number;
  readonly size: SizeName | Size;
  /** Keys of the habits that may be drawn; the whole catalogue when omitted. */
  readonly habits?: readonly string[];
  /**
   * Keys of habits to assign instead of drawing: one per supplier or municipality, in turn, and no other. Shows the
   * effect of each habit in isolation. Keys joined with a plus sign are habits of one party together.
   */
  readonly dealt?: readonly string[];
}

/**
 * Composes a random world: the parties, their habits, and the documents that these make of the deliveries.
 * @throws RangeError for an invalid seed or an unknown habit
 */
export function compose({ seed, size, habits, dealt }: ComposedOptions): Composed {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw new RangeError(`Not a seed: ${seed}`);
  for (const keys of [...(habits ?? []), ...(dealt ?? [])]) habitsOf(keys);
  const scene = makeScene(seed, typeof size === 'string' ? sizes[size] : size, {
    ...(habits && { only: habits }),
    ...(dealt && { dealt }),
  });
  const deliveries = deliveriesOf(scene);
  const bySeller = Map.groupBy(deliveries, ({ seller }) => seller);
  const made = scene.sellers.map((seller) => {
    const own = bySeller.get(seller) ?? [];
    const invoices = invoicesOf(scene, seller, own);
    const rows = reportRowsOf(scene, seller, own, chargesByDelivery(invoices));
    return { invoices, rows, reports: [...writeReportFiles(scene, seller, rows)] };
  });
  const invoices = made.flatMap((each) => each.invoices);
  const billed = Map.groupBy(invoices, (invoice) => invoice.billed);
  const books = scene.customers
    .filter(({ booksAt }) => booksAt === null)
    .map((customer) => {
      const own = billed.get(customer) ?? [];
      const archives = [...writeArchives(scene, customer, own)];
      const postings = postingsOf(scene, customer, own);
      return { postings, archives, ledgers: [...writeLedgerFiles(scene, customer, postings)] };
    });
  return {
    scene,
    deliveries,
    invoices,
    rows: made.flatMap(({ rows }) => rows),
    reports: made.flatMap(({ reports }) => reports),
    postings: books.flatMap(({ postings }) => postings),
    ledgers: books.flatMap(({ ledgers }) => ledgers),
    archives: books.flatMap(({ archives }) => archives),
  };
}

/** Yields the files of a composed world: world.json first, truth.json last. */
export function* composeWorld(options: ComposedOptions): Generator<WorldFile> {
  const composed = compose(options);
  const { scene, reports, ledgers, archives } = composed;
  yield writeComposedWorld(scene, ledgers, archives);
  yield* writePriceForms(scene);
  for (const { file } of reports) if (file) yield file;
  for (const { file } of [...ledgers, ...archives]) yield file;
  yield writeComposedManifest(reports);
  yield writeComposedTruth(composed);
}
