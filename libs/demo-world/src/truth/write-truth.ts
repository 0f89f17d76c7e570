import { allFactors, factors } from '../catalogue/factors.ts';
import type { Chapter } from '../latent/history.ts';
import { notice } from '../setting/notice.ts';
import type { BeatMeter, Scenario } from '../setting/scenario.ts';
import type { WorldFile } from '../world-file.ts';
import { compactJsonFile } from '../writing/json.ts';
import { Features } from './features.ts';
import { Mismatches } from './mismatches.ts';
import { Reconciliations } from './reconciliation.ts';
import {
  archivedTable,
  deliveryTable,
  fileTable,
  invoiceTable,
  itemTable,
  invoiceTableWithoutLocations,
  postingTable,
  reportLineTable,
  table,
  type Table,
} from './tables.ts';
import { TrueTotals } from './true-tonnes.ts';
import type { TruthBook } from './truth-book.ts';

const units = { amount: 'øre', quantity: 'thousandths of the unit', tonnes: 't CO2e', kilograms: 'kg of goods' };

/**
 * Writes truth.json: the true events, and every mistake with its location. Amounts are in øre unless a column says
 * otherwise. A world of several spans has one file per span, which truth.json lists: no reader needs all of them in
 * memory.
 */
export class TruthWriter {
  private readonly cells = new TrueTotals();
  private readonly reconciliations = new Reconciliations();
  private readonly mismatches = new Mismatches();
  private readonly features: Features;
  private readonly beats: BeatMeter;
  private tables: Record<string, Table> = {};
  private readonly parts: string[] = [];
  private readonly scenario: Scenario;
  private readonly acceptedFiles: ReadonlySet<string>;

  constructor(scenario: Scenario, acceptedFiles: ReadonlySet<string>) {
    this.scenario = scenario;
    this.acceptedFiles = acceptedFiles;
    this.features = new Features(scenario);
    this.beats = scenario.newBeatMeter();
  }

  /** Adds a span after all its files are written. Yields the truth file of the span where the truth is in parts. */
  *add(chapter: Chapter, book: TruthBook): Generator<WorldFile> {
    this.cells.add(chapter);
    this.reconciliations.add(chapter, book, this.acceptedFiles);
    this.beats.see(chapter);
    if (!this.scenario.truthInParts) {
      this.tables = {
        deliveries: deliveryTable(chapter),
        invoices: invoiceTable(chapter, book),
        files: fileTable(book),
        reportLines: reportLineTable(book),
        postings: postingTable(book),
      };
      return;
    }
    this.mismatches.add(chapter, book, this.acceptedFiles);
    this.features.add(chapter);
    yield this.part(chapter, book);
    book.clear();
  }

  private part(chapter: Chapter, book: TruthBook): WorldFile {
    const path = `truth/${chapter.span.key}.json`;
    this.parts.push(path);
    return compactJsonFile(path, {
      notice,
      fictional: true,
      units,
      span: chapter.span.key,
      deliveries: deliveryTable(chapter),
      invoices: invoiceTableWithoutLocations(chapter),
      files: fileTable(book),
      reportLines: reportLineTable(book),
      postings: postingTable(book),
      archived: archivedTable(book),
      errors: book.errors,
    });
  }

  finish(book: TruthBook): WorldFile {
    const { profile, seed, asOf, items, truthInParts } = this.scenario;
    const inParts = {
      parts: this.parts,
      features: this.features.result(),
      mismatches: table(['cause', 'supplier', 'municipality', 'quarter', 'count', 'amount'], this.mismatches.result()),
      errorCounts: book.counts(),
    };
    return compactJsonFile('truth.json', {
      notice,
      fictional: true,
      profile,
      seed,
      asOf,
      units,
      beats: this.beats.result(),
      factors: truthInParts ? allFactors : factors,
      items: itemTable(items),
      cells: table(['municipality', 'category', 'quarter', 'amount', 'kilograms', 'tonnes'], this.cells.result()),
      reconciliation: table(
        ['supplier', 'municipality', 'quarter', 'delivered', 'reported', 'bookedInTime', 'bookedLater', 'eInvoiced'],
        this.reconciliations.result(),
      ),
      ...(truthInParts ? inParts : this.tables),
      errors: book.errors,
    });
  }
}
