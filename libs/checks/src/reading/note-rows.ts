import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { parseDate } from '../cells/parse-date.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { SheetFacts } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { isTotalLabel } from './total-rows.ts';

/** Texts that systems write above or below a list about the list itself. */
const listRemark = new RegExp(
  `^[\\s*\\-–=]*(?:${[
    '(?:totalt )?antall? (?:linjer|rader|poster|varelinjer|ordrelinjer|fakturalinjer|fakturaer|transaksjoner)',
    'tal på (?:linjer|liner|rader|postar|fakturaer)',
    '(?:number of|no\\. of|total) (?:lines|rows|records|items|invoices)',
    'side \\d+',
    'page \\d+',
    'sida \\d+',
    'seite \\d+',
    'utskriven',
    'udskrevet',
    'gedruckt',
    'erstellt',
    'skapad',
    'utskrift slutt',
    'ende der liste',
    'slut på (?:rapport(?:en)?|list(?:a|an|en))',
    'anzahl (?:zeilen|positionen)',
    'antal (?:rader|rækker|linjer|poster)',
    'skrevet ut',
    'skriven ut',
    'utskrevet',
    'utskrift(?:sdato)?',
    'printed',
    'print date',
    'rapport(?:en)? (?:er )?(?:laget|laga|generert|kjørt|køyrd|skrevet)',
    'rapportdato',
    'report (?:generated|created|printed|run|date)',
    'generert',
    'generated',
    'created (?:on|by)',
    'kjørt',
    'køyrd',
    'kjøredato',
    'run date',
    'laget av',
    'laga av',
    'utarbeidet av',
    'utarbeidd av',
    'prepared by',
    'slutt på (?:rapport(?:en)?|list(?:a|en)|fil(?:a|en))',
    'end of (?:report|file|list)',
    'med vennlig hilsen',
    'med venleg helsing',
    'mvh',
    'kilde',
    'kjelde',
    'source',
    '(?:herav |derav )?(?:mva|moms|merverdiavgift|vat)',
    '(?:merknad|kommentar|obs|anm|anmerkning|bemerkning|note|hinweis|bemerkung|anmärkning|bemærkning|leveringsmerknad|batch|lot|deres ref|vår ref|dykkar ref|best\\. ?nr|holdbarhet|best før)\\s*[.:]',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);
/** Maximum number of cells: a label and its value. */
const cellsMax = 2;
/** Minimum words of a remark; a shorter text may be a name. */
const wordsMin = 4;
/** With fewer columns, a row with one cell may be an incomplete line. */
const columnsMin = 4;
const requiredLackingMin = 3;
const mostShare = 0.6;

/**
 * Finds rows that are about the list: "Antall linjer: 40", "Skrevet ut 01.02.2026", or a single remark in its row. A
 * row that may be an incomplete delivery is never one.
 */
export class NoteRows {
  private readonly columns: readonly number[];
  private readonly required: readonly number[];
  private readonly item: number;
  private readonly name: number;
  private readonly plan: Plan;

  constructor({ matches, cross }: SheetFacts, plan: Plan) {
    this.plan = plan;
    this.columns = [
      ...matches.map(({ column }) => column),
      ...(cross?.buyers ?? []).flatMap(({ cells }) => cells.map(({ column }) => column)),
    ];
    this.required = matches.flatMap(({ field, column }) => (field.required ? [column] : []));
    this.item = matches.find(({ field }) => field.role === 'itemNumber' || field.role === 'gtin')?.column ?? -1;
    this.name = matches.find(({ field }) => field.role === 'itemName')?.column ?? -1;
  }

  /** Returns the column where the remark begins; -1 when the row may be a line. */
  at(row: Row): number {
    let written = 0;
    // Few rows have so few filled cells, so for other rows the loop ends early.
    for (const column of this.columns) {
      const cell = row.cells[column];
      if (cell !== undefined && cell.text !== '' && (written += 1) > cellsMax) return -1;
    }
    if (written === 0) return -1;
    const first = row.cells.findIndex((cell) => cellText(cell).trim() !== '');
    const cell = row.cells[first];
    if (cell?.kind !== 'text' || cell.formula !== undefined) return -1;
    const text = cellText(cell).trim();
    if (
      listRemark.test(text) &&
      this.countMissing(row) >= written &&
      this.plan.buyers.find(text) === null &&
      !this.hasKnownItem(row, first)
    )
      return first;
    if (!this.isAlone(row, first)) return -1;
    return isTotalLabel(text) || (first !== this.name && text.split(/\s+/).length >= wordsMin && !this.mayBeValue(text))
      ? first
      : -1;
  }

  /** Returns whether so many required cells are empty that the row may also be a title. In a short table it may not. */
  lacksMost(row: Row): boolean {
    const most = Math.max(requiredLackingMin, Math.ceil(this.required.length * mostShare));
    let filled = 0;
    for (const column of this.required)
      if (cellText(row.cells[column]).trim() !== '' && (filled += 1) > this.required.length - most) return false;
    return this.required.length >= most;
  }

  /** Returns the number of empty required cells. In a short table a line may consist of a name and a number. */
  private countMissing(row: Row): number {
    return this.required.filter((column) => cellText(row.cells[column]).trim() === '').length;
  }

  /** Returns whether the row has an agreed item; any other value may follow a label. */
  private hasKnownItem(row: Row, first: number): boolean {
    const text = this.item < 0 || this.item === first ? '' : cellText(row.cells[this.item]).trim();
    return text !== '' && this.plan.items.find(text, null, '') !== null;
  }

  private isAlone(row: Row, first: number): boolean {
    if (
      this.columns.length < columnsMin ||
      this.required.filter((column) => column !== first).length < requiredLackingMin
    )
      return false;
    return row.cells.every(
      (cell, column) => column === first || (cellText(cell).trim() === '' && cell.formula === undefined),
    );
  }

  /** Returns whether a text may be an incomplete line: a customer, an item, a number or a date. */
  private mayBeValue(text: string): boolean {
    const { buyers, items } = this.plan;
    return (
      parseNumber(text, null).value !== null ||
      parseDate(text, null).value !== null ||
      buyers.find(text) !== null ||
      items.find(text, null, text) !== null
    );
  }
}
