import { ReadProblem } from '../read-problem.ts';
import type { CsvRecord } from './scan-csv.ts';

/**
 * Columns at fixed positions, as lists of older systems are printed to files: where each begins, and where the blank
 * before it begins. A number wider than the others reaches into that blank.
 */
export type ColumnStarts = readonly { readonly start: number; readonly blankFrom: number }[];

const LINES_SAMPLED = 400;
/** Minimum number of lines and columns of such a list, and the minimum share of lines that belong to it. */
const LINES_MIN = 4;
const COLUMNS_MIN = 4;
const NUMBERS_MIN = 4;
const SHARE_MIN = 0.5;
/** Maximum share of lines with a character between two columns: a name that is too long. */
const OVERFLOW_MAX = 0.02;

const isRule = (line: string): boolean => /^[\s\-=_+|*.]*$/.test(line);
/** Returns the texts of a line, which at least two spaces separate. */
const textsOf = (line: string): string[] => line.trim().split(/\s{2,}/);
/** Returns whether a line may belong to the list: texts far apart, or several numbers. */
const isBody = (line: string): boolean =>
  textsOf(line).length >= COLUMNS_MIN ||
  line.split(/\s+/).filter((word) => /^[-+]?\d[\d.,]*-?$/.test(word)).length >= NUMBERS_MIN;
const isHeading = (line: string): boolean => textsOf(line).every((text) => /\p{L}/u.test(text) && !/\d/.test(text));

/** Returns the positions that are blank in nearly all lines, up to the longest one. */
function blankPositions(lines: readonly string[]): boolean[] {
  const width = Math.max(...lines.map(({ length }) => length));
  return Array.from({ length: width }, (_, at) => {
    const written = lines.filter((line) => at < line.length && line[at] !== ' ').length;
    return written <= lines.length * OVERFLOW_MAX;
  });
}

/** Returns where texts begin after a blank position. A column needs a heading, when there is one. */
function startsOf(lines: readonly string[], heading: string | undefined): number[] {
  const blank = blankPositions(lines);
  const starts = blank.flatMap((isBlank, at) => (!isBlank && (at === 0 || blank[at - 1]) ? [at] : []));
  if (heading === undefined)
    return starts.filter((start, at) => at === 0 || blank.slice(0, start).lastIndexOf(false) < start - 2);
  // Words of names may happen to end at the same position: only a text in the heading begins a column.
  return starts.filter((start, at) => at === 0 || heading.slice(start, starts[at + 1] ?? heading.length).trim() !== '');
}

/** Returns where the columns of a text begin; null when it is not a list with columns at fixed positions. */
export function detectColumnStarts(sample: string, whole: boolean): ColumnStarts | null {
  const all = sample.split(/\r\n|\r|\n/);
  const lines = (whole ? all : all.slice(0, -1)).filter((line) => line.trim() !== '').slice(0, LINES_SAMPLED);
  if (lines.some((line) => line.includes('\t'))) return null;
  const first = lines.findIndex((line) => !isRule(line) && isBody(line) && !isHeading(line));
  // The heading is the last line of words above the first line with numbers.
  const above = first < 0 ? [] : lines.slice(0, first).filter((line) => !isRule(line) && isHeading(line));
  const heading = above.findLast((line) => line.trim().split(/\s+/).length >= COLUMNS_MIN);
  const body = lines.filter((line) => line === heading || (!isRule(line) && isBody(line) && !isHeading(line)));
  if (body.length < LINES_MIN || body.length < lines.length * SHARE_MIN) return null;
  const starts = startsOf(body, heading);
  if (starts.length < COLUMNS_MIN) return null;
  const blank = blankPositions(body);
  return starts.map((start) => ({ start, blankFrom: blank.slice(0, start).lastIndexOf(false) + 1 }));
}

/** Returns where a column begins on one line: further left, when its text does. */
function cutOf(line: string, { start, blankFrom }: ColumnStarts[number]): number {
  let at = start;
  while (at > blankFrom && at <= line.length && line[at - 1] !== ' ') at -= 1;
  return at > blankFrom || line[at - 1] === ' ' ? at : start;
}

/** Splits a text that comes in pieces into records by positions. Blank lines and rules count as rows, but give none. */
export class FixedWidthScanner {
  private readonly starts: ColumnStarts;
  private readonly cellMax: number;
  private text = '';
  private row = 0;
  /** Where the search for the end of the first line continues: what is before it has none. */
  private searched = 0;

  constructor(starts: ColumnStarts, cellMax: number) {
    this.starts = starts;
    this.cellMax = cellMax;
  }

  /** Returns the records that are complete with this piece; with `last`, all remaining records. */
  push(piece: string, last: boolean): CsvRecord[] {
    this.text += piece;
    const records: CsvRecord[] = [];
    for (let from = 0; ;) {
      const end = this.lineEnd(from, last);
      if (end === null) {
        this.text = this.text.slice(from);
        this.requireLength(this.text);
        return records;
      }
      this.searched = 0;
      this.row += 1;
      const line = this.text.slice(from, end.at);
      if (!isRule(line)) records.push({ row: this.row, fields: this.fieldsOf(line) });
      from = end.next;
    }
  }

  private lineEnd(from: number, last: boolean): { at: number; next: number } | null {
    for (let at = from + this.searched; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === 10) return { at, next: at + 1 };
      if (code !== 13) continue;
      this.searched = at - from;
      if (at + 1 >= this.text.length && !last) return null;
      return { at, next: this.text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1 };
    }
    this.searched = this.text.length - from;
    return last && from < this.text.length ? { at: this.text.length, next: this.text.length } : null;
  }

  /** Refuses a line that cannot be divided into fields of at most `cellMax`, before its end is read. */
  private requireLength(line: string): void {
    if (line.length > this.starts.length * this.cellMax)
      this.refuseField(this.row + 1, this.starts.length, line.length);
  }

  private refuseField(row: number, column: number, found: number): never {
    throw new ReadProblem('cell-too-long', { row, column, found, expected: this.cellMax });
  }

  private fieldsOf(line: string): string[] {
    const cuts = this.starts.map((each, at) => (at === 0 ? 0 : cutOf(line, each)));
    return cuts.map((cut, at) => {
      const field = line.slice(cut, cuts[at + 1] ?? line.length).trim();
      if (field.length > this.cellMax) this.refuseField(this.row, at + 1, field.length);
      return field;
    });
  }
}
