import { ReadProblem } from '../read-problem.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const MORE = -1;

/** One record of a CSV file: the unquoted fields. */
export interface CsvRecord {
  /** 1-based; blank records count */
  row: number;
  fields: string[];
}

export type QuoteNote = 'quote-broken' | 'quote-never-closed';

export interface ScanSettings {
  /** one character */
  delimiter: string;
  /** characters */
  cellMax: number;
  /** called at most once per code and record */
  onNote?: (code: QuoteNote, row: number) => void;
}

/**
 * Splits a text that comes in pieces into records. Follows RFC 4180 and tolerates common deviations: CR, LF or CRLF,
 * line breaks inside quotes, undoubled quotes inside quotes, and unclosed quotes.
 * A quote opens a field only as its first character. At most one unfinished record is buffered.
 */
export class CsvScanner {
  private readonly delimiter: number;
  private readonly settings: ScanSettings;
  private text = '';
  private row = 0;
  private at = 0;
  private fields: string[] = [];
  // Notes of the current record, which is read again from its start when a piece ends inside it.
  private readonly notes = new Set<QuoteNote>();

  constructor(settings: ScanSettings) {
    this.settings = settings;
    this.delimiter = settings.delimiter.charCodeAt(0);
  }

  /**
   * Returns the records that are complete with this piece; with `last`, all remaining records. Blank lines give no
   * record.
   */
  push(piece: string, last: boolean): CsvRecord[] {
    this.text = this.text === '' ? piece : this.text + piece;
    const records: CsvRecord[] = [];
    let from = 0;
    while (from < this.text.length) {
      this.fields = [];
      if (this.notes.size > 0) this.notes.clear();
      this.at = from;
      const until = this.readRecord(last);
      if (until === MORE) break;
      this.row += 1;
      for (const code of this.notes) this.settings.onNote?.(code, this.row);
      if (this.fields.length > 1 || this.fields[0] !== '') records.push({ row: this.row, fields: this.fields });
      from = until;
    }
    this.text = this.text.slice(from);
    return records;
  }

  /** Reads fields to the end of the line. Returns the position after it, or MORE when the text ends too early. */
  private readRecord(last: boolean): number {
    for (;;) {
      const end = this.text.charCodeAt(this.at) === QUOTE ? this.readQuoted(last) : this.readBare(this.at);
      if (end === MORE) return MORE;
      if (end >= this.text.length) return last ? end : MORE;
      const code = this.text.charCodeAt(end);
      this.at = end + 1;
      if (code === LF) return end + 1;
      if (code === CR) {
        if (end + 1 >= this.text.length) return last ? end + 1 : MORE;
        return this.text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
      }
      if (end + 1 >= this.text.length) {
        if (!last) return MORE;
        this.fields.push('');
        return end + 1;
      }
    }
  }

  /** Returns the position of the next delimiter, line break or end of text. */
  private endOfBare(from: number): number {
    const { text, delimiter } = this;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === LF || code === CR) return at;
    }
    return text.length;
  }

  private readBare(searchFrom: number): number {
    const end = this.endOfBare(searchFrom);
    this.addField(this.text.slice(this.at, end));
    return end;
  }

  private addField(value: string): void {
    const { cellMax } = this.settings;
    if (value.length > cellMax)
      throw new ReadProblem('cell-too-long', {
        row: this.row + 1,
        column: this.fields.length + 1,
        found: value.length,
        expected: cellMax,
      });
    this.fields.push(value);
  }

  private readQuoted(last: boolean): number {
    const { text, at: open } = this;
    let doubled = false;
    for (let from = open + 1; ;) {
      const quote = text.indexOf('"', from);
      const length = (quote < 0 ? text.length : quote) - open;
      if (length > this.settings.cellMax + 1) return this.readOverlong(open, length);
      if (quote < 0) return last ? this.readAsWritten('quote-never-closed', open) : MORE;
      if (text.charCodeAt(quote + 1) === QUOTE) {
        doubled = true;
        from = quote + 2;
        continue;
      }
      const end = this.endAfterQuote(quote + 1, last);
      if (end === MORE) return MORE;
      if (end !== null) {
        const value = text.slice(open + 1, quote);
        this.addField(doubled ? value.replaceAll('""', '"') : value);
        return end;
      }
      const strayKind = this.classifyStrayQuote(quote, open, last);
      if (strayKind === MORE) return MORE;
      if (strayKind !== 'inside')
        return this.readAsWritten(
          strayKind === 'unclosed' ? 'quote-never-closed' : 'quote-broken',
          strayKind === 'unclosed' ? open : quote,
        );
      this.notes.add('quote-broken');
      from = quote + 1;
    }
  }

  /** Returns the end of a field after its closing quote: only spaces may follow. Null when anything else does. */
  private endAfterQuote(from: number, last: boolean): number | typeof MORE | null {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at += 1;
    if (at >= this.text.length) return last ? at : MORE;
    const code = this.text.charCodeAt(at);
    return code === this.delimiter || code === LF || code === CR ? at : null;
  }

  /**
   * Classifies a single quote inside a quoted field.
   * 'inside': a quote that can close the field follows on the line (`"Stol "Grue" svart"`). 'broken': the quotes belong
   * to the text (`"3/4" rør`). 'unclosed': the quote looks like the opening of another field, so the current field was
   * never closed.
   */
  private classifyStrayQuote(
    quote: number,
    open: number,
    last: boolean,
  ): 'inside' | 'unclosed' | 'broken' | typeof MORE {
    const { text } = this;
    if (quote > open + 1 && this.opensField(quote)) return 'unclosed';
    let lineEnd = quote;
    while (lineEnd < text.length && text.charCodeAt(lineEnd) !== LF && text.charCodeAt(lineEnd) !== CR) lineEnd += 1;
    if (lineEnd >= text.length && !last && lineEnd - quote <= this.settings.cellMax) return MORE;
    for (let next = text.indexOf('"', quote + 1); next >= 0 && next < lineEnd; next = text.indexOf('"', next + 1)) {
      if (this.opensField(next)) return 'broken';
      if (next + 1 >= lineEnd || text.charCodeAt(next + 1) === this.delimiter) return 'inside';
    }
    return 'broken';
  }

  private opensField(quote: number): boolean {
    const before = this.text.charCodeAt(quote - 1);
    return before === this.delimiter || before === LF || before === CR;
  }

  private readAsWritten(code: QuoteNote, searchFrom: number): number {
    this.notes.add(code);
    return this.readBare(searchFrom);
  }

  /**
   * Handles a quoted field that exceeds the cell limit. If it contains line breaks, the quote was never closed; a
   * single line is simply too long. @throws ReadProblem 'cell-too-long'
   */
  private readOverlong(open: number, length: number): number {
    const body = this.text.slice(open, open + length);
    if (/[\r\n]/.test(body)) return this.readAsWritten('quote-never-closed', open);
    throw new ReadProblem('cell-too-long', {
      row: this.row + 1,
      column: this.fields.length + 1,
      found: length,
      expected: this.settings.cellMax,
    });
  }
}
