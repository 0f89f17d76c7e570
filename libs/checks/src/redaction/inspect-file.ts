import type { Row, TableFile } from '@tallgrunn/tabular';
import { isBlankRow } from '../cells/cell-text.ts';
import { isTemplateVersion } from '../checks/template-version.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { Plan } from '../plan/plan.ts';
import type { PersonalColumn } from '../reading/personal-columns.ts';
import { totalLabel } from '../reading/total-rows.ts';
import { shareLookup } from '../splitting/row-share.ts';
import type { Division, SheetRows } from '../splitting/row-share.ts';
import { describeSheet } from '../structure/describe-sheet.ts';
import type { ColumnMapping } from '../check-result.ts';
import { SheetInspection } from './inspect-sheet.ts';
import type { UnusedColumn } from './unused-columns.ts';
import { CustomerClassifier } from './classify-customer.ts';
import type { CustomerTexts, CustomerClass } from './classify-customer.ts';

const TITLE_MIN = 5;
/** Number of rows buffered until the structure of a sheet is known: the same as in the check. */
const sampleMax = 2_000;
/** Number of distinct unknown names that makes a file one of all customers. */
const strangersMin = 3;

/** A customer of the file that is not certainly ours. */
export interface InspectedCustomer {
  /** stable for the same texts in each reading of the file */
  readonly key: string;
  /** display name: the name, otherwise the number; '' for rows without a customer */
  readonly name: string;
  readonly whose: Exclude<CustomerClass, 'ours'>;
  rows: number;
}

export function customerKey({ orgNumber, buyer, buyerName, site }: CustomerTexts): string {
  return [orgNumber, buyer, buyerName, site].join('\u0000');
}

/** Inspects a file as its rows are read: which customers it is about, and where it has personal data. */
export class FileInspection {
  readonly sheets = new Map<string, SheetInspection>();
  readonly customers = new Map<string, InspectedCustomer>();
  readonly #plan: Plan;
  readonly #table: TableFile;
  readonly #mappings: readonly ColumnMapping[];
  readonly #classifier: CustomerClassifier;
  readonly #elsewhere: ReturnType<typeof shareLookup>;
  readonly #dividing: ReadonlyMap<string, readonly number[]>;
  readonly #classes = new Map<string, CustomerClass>();
  readonly #hasQuestionAbove: (text: string) => boolean;
  #textAbove = false;
  #sample: Row[] = [];
  #current: { readonly name: string; look: SheetInspection | null } | null = null;
  #strangers = 0;
  #others = false;
  #hasExcluded = false;
  #ended = false;

  /**
   * `division`, for a file shared by several reports: rows of other reports are not classified, and the columns that
   * divide the file are retained.
   */
  constructor(plan: Plan, table: TableFile, mapping?: ColumnMapping | readonly ColumnMapping[], division?: Division) {
    this.#plan = plan;
    this.#table = table;
    this.#mappings = mapping === undefined ? [] : [mapping].flat();
    this.#classifier = new CustomerClassifier(plan);
    this.#hasQuestionAbove = neededTextsAbove(plan);
    this.#elsewhere = shareLookup(mergeSheetRows(division?.elsewhere ?? []));
    this.#dividing = new Map(division?.columns.map(({ sheet, columns }) => [sheet, columns]));
  }

  row(row: Row): void {
    if (this.#current?.name !== row.sheet) {
      this.#endSheet();
      this.#current = { name: row.sheet, look: null };
    }
    const { look } = this.#current!;
    if (look) return this.#take(look, row);
    this.#sample.push(row);
    if (this.#sample.length >= sampleMax) this.#describe();
  }

  /** Finishes the inspection after the last row. Further calls have no effect. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#endSheet();
    if (this.#classifier.canClassify) this.#classifySheets();
  }

  /** Returns whether the file is also about others: certainly, or because it has many unknown names. */
  get ofAllCustomers(): boolean {
    return this.#strangers >= strangersMin || this.#others;
  }

  /**
   * Returns whether rows are removed without a question: those of others, of private customers, and of customers that
   * the supplier declared as not ours.
   */
  get hasOthers(): boolean {
    return this.ofAllCustomers || this.#hasExcluded;
  }

  get personalColumns(): readonly PersonalColumn[] {
    return [...this.sheets.values()].flatMap(({ personal }) => personal.list());
  }

  /** Returns the columns that no field uses, except personal ones. */
  get unusedColumns(): readonly UnusedColumn[] {
    return [...this.sheets.values()].flatMap(({ unused, personal }) =>
      unused.list(new Set(personal.list().map(({ column }) => column))),
    );
  }

  /** Returns the sheets without lines, in a file that also has sheets with lines. */
  get unusedSheets(): readonly string[] {
    return [...this.sheets].flatMap(([name, { facts }]) =>
      facts.role === 'lines' || facts.role === 'empty' ? [] : [name],
    );
  }

  get personalCells(): number {
    return [...this.sheets.values()].reduce((sum, { personalCells }) => sum + personalCells, 0);
  }

  /** Returns whether there is text above a heading that the check does not need. */
  get hasTextAbove(): boolean {
    return this.#textAbove;
  }

  /** Returns whether a sheet was renamed because its name contained a person. */
  get hasRenamedSheets(): boolean {
    return (this.#table.renamedSheets ?? 0) > 0;
  }

  /** Returns whether the check needs a text above the heading. */
  isNeededAbove(text: string): boolean {
    return this.#hasQuestionAbove(text);
  }

  /** Returns whether rows of this customer are certainly ours; always true when the context has no list of buyers. */
  isOurs(texts: CustomerTexts): boolean {
    return !this.#classifier.canClassify || this.#classes.get(customerKey(texts)) === 'ours';
  }

  /** Returns whether another report answers for the row. */
  isElsewhere({ sheet, row }: Row): boolean {
    return this.#elsewhere(sheet)?.holds(row) ?? false;
  }

  #endSheet(): void {
    if (this.#current?.look === null) this.#describe();
    this.#current?.look?.personal.completeList();
  }

  #describe(): void {
    const current = this.#current!;
    const index = this.#table.sheets.findIndex(({ name }) => name === current.name);
    const sheet = this.#table.sheets[index];
    const only = this.#table.sheets.length <= 1;
    const mapping =
      this.#mappings.find((each) => each.sheet === current.name) ??
      (this.#mappings.length === 1 && only ? this.#mappings[0]! : null);
    const { facts } = describeSheet(
      {
        name: current.name,
        index: Math.max(index, 0),
        hidden: sheet?.hidden ?? false,
        merged: sheet?.merged ?? [],
        only,
      },
      this.#sample,
      this.#plan,
      mapping,
    );
    const look = new SheetInspection(facts, this.#plan, sheet?.merged, this.#dividing.get(current.name));
    current.look = look;
    this.sheets.set(current.name, look);
    const sample = this.#sample;
    this.#sample = [];
    for (const row of sample) this.#take(look, row);
  }

  #take(look: SheetInspection, row: Row): void {
    look.recordRow(row);
    look.processRow(row);
    if (!this.#textAbove && look.facts.role === 'lines' && row.row < look.facts.headingTop)
      this.#textAbove = row.cells.some((cell) => cell.text !== '' && !this.#hasQuestionAbove(cell.text));
    if (
      look.facts.role !== 'lines' ||
      !this.#classifier.canClassify ||
      isBlankRow(row) ||
      look.kindOf(row) !== 'line' ||
      this.isElsewhere(row)
    )
      return;
    look.lines += 1;
    if (look.buyerSource === 'rows') this.#see(look.textsOf(row), 1);
    if (look.buyerSource !== 'columns') return;
    for (const { columns, heading } of look.buyerColumns)
      if (columns.some((column) => look.isNumber(row, column)) && !totalLabel.test(heading))
        this.#see(asCustomerTexts(heading), columns.some((column) => look.amountIn(row, column)) ? 1 : 0, false);
  }

  /**
   * Records a customer. A column heading may be anything; only a row or a sheet counts as evidence of a customer
   * (`customer`).
   */
  #see(texts: CustomerTexts, rows: number, customer = true): void {
    const key = customerKey(texts);
    const whose = this.#classes.get(key) ?? this.#classifier.classify(texts);
    this.#classes.set(key, whose);
    if (whose === 'ours') return;
    const known = this.customers.get(key);
    const seen = known ?? { key, name: texts.buyerName || texts.buyer || texts.orgNumber, whose, rows: 0 };
    if (!known && customer && whose === 'stranger') this.#strangers += 1;
    if (whose === 'others') this.#others = true;
    if (whose === 'excluded' && rows > 0) this.#hasExcluded = true;
    seen.rows += rows;
    this.customers.set(key, seen);
  }

  /** Classifies sheets named after customers, when at least one is named after one of our buyers. */
  #classifySheets(): void {
    const byName = [...this.sheets].filter(([name, { buyerSource: tells }]) => tells === 'sheet' && name !== '');
    if (!byName.some(([name]) => this.#classifier.classify(asCustomerTexts(name)) === 'ours')) return;
    for (const [name, { lines }] of byName) this.#see(asCustomerTexts(name), lines);
  }
}

/**
 * Returns a test for texts above a heading that the check needs: the template version and the name of the agreement.
 */
function neededTextsAbove({ context, terms }: Plan): (text: string) => boolean {
  const titles = [
    context.agreement?.id,
    context.agreement?.title,
    terms.id,
    ...(context.otherAgreements?.id ?? []),
    ...(context.otherAgreements?.title ?? []),
  ];
  const names = titles.map((title) => normaliseHeading(title ?? '')).filter((name) => name.length >= TITLE_MIN);
  return (text) => isTemplateVersion(text) || names.some((name) => normaliseHeading(text).includes(name));
}

/** Merges the rows of several reports into one list per sheet. */
function mergeSheetRows(shares: readonly SheetRows[]): SheetRows[] {
  return [...Map.groupBy(shares, ({ sheet }) => sheet)].map(([sheet, all]) => ({
    sheet,
    ranges: all.flatMap(({ ranges }) => ranges).sort((a, b) => a[0] - b[0]),
  }));
}

/** Returns a heading or sheet name as customer texts. */
export function asCustomerTexts(text: string): CustomerTexts {
  return { orgNumber: '', buyer: text, buyerName: '', site: '' };
}
