import { factors } from '../catalogue/factors.ts';
import type { Chapter } from '../latent/history.ts';
import { notice } from '../setting/notice.ts';
import type { BeatMeter, Scenario } from '../setting/scenario.ts';
import type { WorldFile } from '../world-file.ts';
import { compactJsonFile } from '../writing/json.ts';
import { Reconciliations } from './reconciliation.ts';
import { deliveryTable, fileTable, invoiceTable, itemTable, postingTable, reportLineTable, table, type Table } from './tables.ts';
import { TrueCells } from './true-tonnes.ts';
import type { TruthBook } from './truth-book.ts';

/** Writes truth.json: what truly happened, and every mistake with its place. Amounts are in øre unless a column says otherwise. */
export class TruthWriter {
  private readonly cells = new TrueCells();
  private readonly reconciliations = new Reconciliations();
  private readonly beats: BeatMeter;
  private tables: Record<string, Table> = {};
  private readonly scenario: Scenario;
  private readonly acceptedFiles: ReadonlySet<string>;

  constructor(scenario: Scenario, acceptedFiles: ReadonlySet<string>) {
    this.scenario = scenario;
    this.acceptedFiles = acceptedFiles;
    this.beats = scenario.newBeatMeter();
  }

  /** Takes in a span when all its files are written. */
  see(chapter: Chapter, book: TruthBook): void {
    this.cells.add(chapter);
    this.reconciliations.add(chapter, book, this.acceptedFiles);
    this.beats.see(chapter);
    this.tables = { deliveries: deliveryTable(chapter), invoices: invoiceTable(chapter, book), files: fileTable(book), reportLines: reportLineTable(book), postings: postingTable(book) };
  }

  finish(book: TruthBook): WorldFile {
    const { profile, seed, asOf, items } = this.scenario;
    return compactJsonFile('truth.json', {
      notice, fictional: true, profile, seed, asOf, units: { amount: 'øre', quantity: 'thousandths of the unit', tonnes: 't CO2e', kilograms: 'kg of goods' },
      beats: this.beats.result(), factors, items: itemTable(items), cells: table(['municipality', 'category', 'quarter', 'amount', 'kilograms', 'tonnes'], this.cells.result()),
      reconciliation: table(['supplier', 'municipality', 'quarter', 'delivered', 'reported', 'bookedInTime', 'bookedLater', 'eInvoiced'], this.reconciliations.result()),
      ...this.tables, errors: book.errors,
    });
  }
}
