import { Gtin, multiply, normalise, subtract } from '@tallgrunn/values';
import type { Row, TableFile } from '@tallgrunn/tabular';
import { headings, requiredFields, type AssortmentField, type PriceKind } from './assortment-columns.ts';
import type { AssortmentFinding, AssortmentLine, AssortmentPack, AssortmentSummary } from './assortment-line.ts';
import { AssortmentSheet } from './assortment-sheet.ts';
import { lotOfSheet } from './lot-of-sheet.ts';
import { readDate, readDecimal, readNumberText, readShare } from './read-cell.ts';

export interface AssortmentOptions {
  readonly kind?: PriceKind;
  /** keys of the agreement's lots, to recognise a sheet by its lot */
  readonly lots?: readonly string[];
}

const FINDINGS_MAX = 1000;

/** Texts used for a price that is not fixed. */
const notFixedPattern =
  /^(-+|–|—|n\/?a|etter avtale|etter tilbud|etter forespørsel|på forespørsel|på førespurnad|etter førespurnad|tas ved bestilling|dagspris|pris på forespørsel|by agreement|on request|to be agreed|tba|tbd)\.?$/i;

/** Reads a price list line by line. Returns all findings, with locations, after the last line. */
export async function readAssortment(
  table: TableFile,
  options: AssortmentOptions,
  take: (line: AssortmentLine) => void | Promise<void>,
): Promise<AssortmentSummary> {
  const reader = new AssortmentReader(options, table.sheets.length > 1);
  for await (const batch of table.batches()) {
    for (const row of batch) {
      const line = reader.readRow(row);
      const waiting = line && take(line);
      if (waiting) await waiting;
    }
  }
  return reader.finish();
}

class AssortmentReader {
  #sheet: AssortmentSheet | null = null;
  #lot: string | null = null;
  #read = 0;
  #lines = 0;
  #listFrom: string | null = null;
  readonly #findings: AssortmentFinding[] = [];
  readonly #remarks: AssortmentFinding[] = [];

  readonly #options: AssortmentOptions;
  readonly #several: boolean;

  constructor(options: AssortmentOptions, several: boolean) {
    this.#options = options;
    this.#several = several;
  }

  readRow(row: Row): AssortmentLine | null {
    if (row.sheet !== this.#sheet?.name || this.#sheet === null) this.#begin(row.sheet);
    const sheet = this.#sheet;
    if (!sheet) return null;
    if (sheet.columns === null) return this.#look(sheet, row);
    const kind = sheet.kindOf(row);
    return kind === 'item' ? this.#line(sheet, row) : null;
  }

  finish(): AssortmentSummary {
    this.#leave();
    if (this.#read === 0) {
      const missing = requiredFields(this.#kind).map((field) => ({
        code: 'column-missing',
        row: null,
        column: headings[field][0] ?? field,
        found: null,
        expected: headings[field].slice(0, 3).join(', '),
      }));
      return { lines: 0, remarks: [], findings: missing };
    }
    if (this.#lines === 0 && this.#findings.length === 0)
      this.#report(this.#findings, 'no-items', null, null, null, null);
    return { lines: this.#lines, findings: this.#findings, remarks: this.#remarks, listFrom: this.#listFrom };
  }

  get #kind(): PriceKind {
    return this.#options.kind ?? 'agreed';
  }

  #begin(name: string): void {
    this.#leave();
    this.#sheet = new AssortmentSheet(name, this.#kind);
    this.#lot = lotOfSheet(name, this.#several ? (this.#options.lots ?? []) : []);
  }

  /** Remarks on a sheet without a heading, such as a front page or instructions. */
  #leave(): void {
    if (this.#sheet && this.#sheet.columns === null && this.#several)
      this.#report(this.#remarks, 'sheet-without-heading', null, null, this.#sheet.name, null);
  }

  #look(sheet: AssortmentSheet, row: Row): null {
    if (!sheet.findHeading(row)) return null;
    this.#read += 1;
    this.#remarkHeading(sheet, row);
    for (const field of sheet.missingFields())
      this.#report(
        this.#findings,
        'column-missing',
        row.row,
        headings[field][0] ?? field,
        null,
        headings[field].slice(0, 3).join(', '),
      );
    return null;
  }

  #line(sheet: AssortmentSheet, row: Row): AssortmentLine | null {
    const text = (field: AssortmentField) => sheet.cell(row, field).text.trim() || null;
    const number = this.#need(sheet, row, 'number', readNumberText(sheet.cell(row, 'number')), 'number-lost-digits');
    const name = this.#need(sheet, row, 'name', text('name'), 'name-missing');
    const unit = this.#need(sheet, row, 'unit', text('unit'), 'unit-missing');
    const decimal = (field: AssortmentField) => this.#decimal(sheet, row, field);
    const amounts = {
      contentQuantity: decimal('contentQuantity'),
      packQuantity: decimal('packQuantity'),
      netWeightKg: decimal('netWeightKg'),
      price: this.#price(sheet, row),
      fromQuantity: decimal('fromQuantity'),
    };
    const days = { validFrom: this.#day(sheet, row, 'validFrom'), validTo: this.#day(sheet, row, 'validTo') };
    if (days.validFrom && days.validTo && days.validTo < days.validFrom)
      this.#report(
        this.#findings,
        'price-ends-before-it-begins',
        row.row,
        sheet.title('validTo'),
        days.validTo,
        days.validFrom,
      );
    if (!number || !name || !unit) return null;
    this.#lines += 1;
    const packUnit = text('packUnit') ?? (amounts.packQuantity ? 'pk' : null);
    return {
      sheet: this.#several ? sheet.name : null,
      row: row.row,
      number,
      name,
      unit,
      ...amounts,
      ...days,
      packUnit: text('packUnit'),
      formerNumber: readNumberText(sheet.cell(row, 'formerNumber')) || null,
      listFrom: sheet.listFrom,
      lot: text('lot') ?? this.#lot,
      category: text('category') ?? sheet.group,
      contentUnit: text('contentUnit'),
      currency: text('currency'),
      gtin: this.#gtin(sheet, row, 'gtin'),
      nobb: this.#nobb(sheet, row),
      organicShare: this.#share(sheet, row),
      labels: labelsOf(text('labels')),
      packs: this.#packs(sheet, row, unit, packUnit, amounts.packQuantity),
    };
  }

  /** Remarks on a date above the prices and on a discount column, and how they are read. */
  #remarkHeading(sheet: AssortmentSheet, row: Row): void {
    if (sheet.listFrom !== null) {
      this.#listFrom ??= sheet.listFrom;
      this.#report(this.#remarks, 'list-valid-from', null, null, sheet.listFrom, null);
    }
    if (!sheet.columns?.has('discount')) return;
    const code = sheet.isNetOfDiscount ? 'price-less-discount' : 'discount-not-deducted';
    if (this.#kind === 'agreed') this.#report(this.#remarks, code, row.row, sheet.title('discount'), null, null);
  }

  /**
   * Returns the stated price, or the list price less the discount. Returns null, with a remark, for a price that is
   * missing or not fixed.
   */
  #price(sheet: AssortmentSheet, row: Row): string | null {
    const field = sheet.isNetOfDiscount ? 'listPrice' : sheet.priceField;
    const text = sheet.cell(row, field).text.trim();
    if (text === '' || notFixedPattern.test(text)) {
      this.#report(this.#remarks, 'price-not-fixed', row.row, sheet.title(field), text, null);
      return null;
    }
    const price = this.#decimal(sheet, row, field);
    if (!sheet.isNetOfDiscount || price === null) return price;
    const cell = sheet.cell(row, 'discount');
    if (cell.text.trim() === '') return price;
    const share = readShare({
      ...cell,
      text: cell.text.includes('%') || cell.kind === 'text' ? cell.text : (cell.shown ?? cell.text),
    });
    if (share === null) {
      this.#report(this.#findings, 'not-a-number', row.row, sheet.title('discount'), cell.text, '12,5 %');
      return null;
    }
    return normalise(multiply(price, subtract('1', share)));
  }

  /** Returns the packs above the price unit: a pack with its own GTIN, a carton of packs, a pallet of cartons. */
  #packs(
    sheet: AssortmentSheet,
    row: Row,
    unit: string,
    packUnit: string | null,
    packQuantity: string | null,
  ): AssortmentPack[] {
    const packs: AssortmentPack[] = [];
    const gtin = this.#gtin(sheet, row, 'packGtin');
    if (gtin && packUnit && packQuantity) packs.push({ unit: packUnit, gtin, contains: packQuantity, of: unit });
    const inner = packUnit && packQuantity ? packUnit : unit;
    const [carton, pallet] = [this.#decimal(sheet, row, 'cartonQuantity'), this.#decimal(sheet, row, 'palletQuantity')];
    if (carton && carton !== '0')
      packs.push({ unit: 'kartong', gtin: this.#gtin(sheet, row, 'cartonGtin'), contains: carton, of: inner });
    if (pallet && pallet !== '0')
      packs.push({
        unit: 'pall',
        gtin: this.#gtin(sheet, row, 'palletGtin'),
        contains: pallet,
        of: carton ? 'kartong' : inner,
      });
    return packs.filter(({ unit: each, of }) => each !== of);
  }

  #gtin(sheet: AssortmentSheet, row: Row, field: AssortmentField): string | null {
    const cell = sheet.cell(row, field);
    if (cell.text.trim() === '') return null;
    const reading = Gtin.parse(readNumberText(cell) ?? cell.text);
    if (!reading.ok)
      this.#report(this.#remarks, `gtin-${reading.problem}`, row.row, sheet.title(field), cell.text, null);
    return reading.ok ? reading.value : null;
  }

  #nobb(sheet: AssortmentSheet, row: Row): string | null {
    const text = readNumberText(sheet.cell(row, 'nobb'))?.replace(/\s/g, '') ?? '';
    if (text === '' || /^\d{8}$/.test(text)) return text || null;
    this.#report(this.#remarks, 'nobb-not-eight-digits', row.row, sheet.title('nobb'), text, '12345678');
    return null;
  }

  #share(sheet: AssortmentSheet, row: Row): string | null {
    const cell = sheet.cell(row, 'organicShare');
    const share = readShare(cell);
    if (share === null && cell.text.trim() !== '')
      this.#report(this.#remarks, 'share-unread', row.row, sheet.title('organicShare'), cell.text, '50 %');
    return share;
  }

  #decimal(sheet: AssortmentSheet, row: Row, field: AssortmentField): string | null {
    const cell = sheet.cell(row, field);
    if (cell.text.trim() === '') return null;
    const value = readDecimal(cell);
    if (value === null || value.startsWith('-'))
      this.#report(
        this.#findings,
        value === null ? 'not-a-number' : 'number-negative',
        row.row,
        sheet.title(field),
        cell.text,
        '1234,50',
      );
    return value;
  }

  #day(sheet: AssortmentSheet, row: Row, field: AssortmentField): string | null {
    const cell = sheet.cell(row, field);
    if (cell.text.trim() === '') return null;
    const value = readDate(cell);
    if (value === null) this.#report(this.#findings, 'not-a-day', row.row, sheet.title(field), cell.text, '31.12.2026');
    return value;
  }

  #need(sheet: AssortmentSheet, row: Row, field: AssortmentField, value: string | null, code: string): string | null {
    if (!sheet.columns?.has(field) || value) return value;
    this.#report(
      this.#findings,
      value === null && field === 'number' ? code : `${field}-missing`,
      row.row,
      sheet.title(field),
      sheet.cell(row, field).text,
      null,
    );
    return null;
  }

  #report(
    list: AssortmentFinding[],
    code: string,
    row: number | null,
    column: string | null,
    found: string | null,
    expected: string | null,
  ): void {
    if (list.length < FINDINGS_MAX)
      list.push({ code, row, column, found, expected, ...(this.#several && { sheet: this.#sheet?.name ?? null }) });
  }
}

const labelsOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/[,;/]/)
    .map((label) => label.trim())
    .filter((label) => label !== '' && !/^(nei|no|-|ingen)$/i.test(label));
