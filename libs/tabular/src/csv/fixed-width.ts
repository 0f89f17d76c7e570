import { ReadProblem } from '../read-problem.ts';
import type { CsvRecord } from './scan-csv.ts';

/**
 * Columns at fixed positions, as lists of older systems are printed to files: where each begins, and where the blank
 * before it begins. A number wider than the others reaches into that blank.
 */
export type ColumnStarts = readonly { readonly start: number; readonly blankFrom: number }[];

/** A list with columns at fixed positions, and the lines at the top of its pages, as `titleKey` returns them. */
export interface FixedWidthList {
  readonly columns: ColumnStarts;
  readonly titles: ReadonlySet<string>;
}

const LINES_SAMPLED = 400;
/** Letters of a title: what has fewer may be anything. */
const TITLE_LETTERS_MIN = 4;
/** Minimum number of lines and columns of such a list, and the minimum share of lines that belong to it. */
const LINES_MIN = 4;
const COLUMNS_MIN = 4;
const NUMBERS_MIN = 4;
const SHARE_MIN = 0.5;
/** Maximum share of the names of columns that contain a digit. */
const HEADING_DIGITS_MAX = 0.5;
/** Lines with fewer texts than this share of the usual number are titles of pages and sums. */
const USUAL_TEXTS_SHARE = 0.5;
/** Maximum share of lines with a character between two columns: a name that is too long. */
const OVERFLOW_MAX = 0.02;

const isRule = (line: string): boolean => /^[\s\-=_+|*.]*$/.test(line);
/** Returns the texts of a line, which at least two spaces separate. */
const textsOf = (line: string): string[] => line.trim().split(/\s{2,}/);
/** Returns whether a line may belong to the list: texts far apart, or several numbers. */
const isBody = (line: string): boolean =>
  textsOf(line).length >= COLUMNS_MIN ||
  line.split(/\s+/).filter((word) => /^[-+]?\d[\d.,]*-?$/.test(word)).length >= NUMBERS_MIN;
/** Names of columns are words. A few have a digit, such as NAME1; a number or a date is no name. */
const isHeading = (line: string): boolean => {
  const texts = textsOf(line);
  return (
    texts.every((text) => /\p{L}/u.test(text)) &&
    texts.filter((text) => /\d/.test(text)).length <= texts.length * HEADING_DIGITS_MAX
  );
};
/** Returns the texts of a heading with their places, when at least two spaces separate them; null when they do not. */
function headingTexts(heading: string): { start: number; end: number }[] | null {
  const texts = [...heading.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  return texts.length >= COLUMNS_MIN ? texts : null;
}

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

/** Returns what pages of one list have in common in a line of their tops: all but numbers and the form feed. */
const titleKey = (line: string): string => line.replace(/[\d\f\s]+/g, ' ').trim();

/** Returns the columns of the lines alone. */
function columnsOf(lines: readonly string[], heading: string | undefined): ColumnStarts {
  const blank = blankPositions(lines);
  return startsOf(lines, heading).map((start) => ({
    start,
    blankFrom: blank.slice(0, start).lastIndexOf(false) + 1,
  }));
}

/**
 * Returns the columns below the texts of a heading: they meet where both the heading and nearly all lines are blank,
 * next to the text on the right, because numbers and names may have a blank within. Null when two texts do not part.
 */
function columnsBelow(heading: string, lines: readonly string[]): ColumnStarts | null {
  const texts = headingTexts(heading);
  const blank = blankPositions(lines);
  const columns = texts?.map(({ start }, at) => {
    if (at === 0) return { start: 0, blankFrom: 0 };
    const runs: { start: number; blankFrom: number }[] = [];
    for (let place = texts[at - 1]!.end; place < start; place += 1) {
      if (!(blank[place] ?? true)) continue;
      const last = runs.at(-1);
      if (last?.start === place) last.start = place + 1;
      else runs.push({ start: place + 1, blankFrom: place });
    }
    return runs.findLast(({ start: end, blankFrom }) => end - blankFrom > 1) ?? runs.at(-1);
  });
  return columns?.every((column) => column !== undefined) ? columns : null;
}

const titlesOf = (top: readonly string[]): ReadonlySet<string> =>
  new Set(top.map(titleKey).filter((key) => (key.match(/\p{L}/gu) ?? []).length >= TITLE_LETTERS_MIN));

/** Returns whether a line has about as many texts as the lines of the list usually have. */
function listedLines(lines: readonly string[]): (line: string) => boolean {
  const isCandidate = (line: string) => !isRule(line) && isBody(line) && !isHeading(line);
  const counts = lines.filter(isCandidate).map((line) => textsOf(line).length);
  const usual = counts.sort((a, b) => a - b)[counts.length >> 1] ?? 0;
  return (line) => isCandidate(line) && textsOf(line).length >= usual * USUAL_TEXTS_SHARE;
}

/** Returns where the columns of a text begin; null when it is not a list with columns at fixed positions. */
export function detectFixedWidth(sample: string, whole: boolean): FixedWidthList | null {
  const all = sample.split(/\r\n|\r|\n/);
  const lines = (whole ? all : all.slice(0, -1)).filter((line) => line.trim() !== '').slice(0, LINES_SAMPLED);
  if (lines.some((line) => line.includes('\t'))) return null;
  const isListed = listedLines(lines);
  // The first line of the list is followed by others; a title may have as many texts.
  const first = lines.findIndex(
    (line, at) => isListed(line) && lines.slice(at + 1, at + 1 + LINES_MIN).filter(isListed).length > LINES_MIN / 2,
  );
  // The heading is the last line of words above it.
  const above = first < 0 ? [] : lines.slice(0, first).filter((line) => !isRule(line) && isHeading(line));
  const heading = above.findLast((line) => line.trim().split(/\s+/).length >= COLUMNS_MIN);
  const titles = heading === undefined ? new Set<string>() : titlesOf(lines.slice(0, lines.indexOf(heading)));
  const body = lines.filter((line) => isListed(line) && !titles.has(titleKey(line)));
  if (body.length < LINES_MIN || body.length < lines.length * SHARE_MIN) return null;
  const columns = (heading === undefined ? null : columnsBelow(heading, body)) ?? columnsOf(body, heading);
  if (columns.length < COLUMNS_MIN) return null;
  return { columns, titles };
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
  private readonly titles: ReadonlySet<string>;
  private readonly cellMax: number;
  private text = '';
  private row = 0;
  /** Where the search for the end of the first line continues: what is before it has none. */
  private searched = 0;

  constructor({ columns, titles }: FixedWidthList, cellMax: number) {
    this.starts = columns;
    this.titles = titles;
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

  private isTitle(line: string): boolean {
    return this.titles.size > 0 && this.titles.has(titleKey(line));
  }

  private isSentence(line: string): boolean {
    const second = this.starts[1]?.blankFrom ?? Infinity;
    return (
      line.length > second && !/^\s|\s{2,}\S/.test(line.trimEnd()) && line.slice(second - 1, second + 1).trim() !== ''
    );
  }

  private refuseField(row: number, column: number, found: number): never {
    throw new ReadProblem('cell-too-long', { row, column, found, expected: this.cellMax });
  }

  private fieldsOf(line: string): string[] {
    // The top of a page, and a sentence, are one text, whatever columns they stand above.
    if (line.length <= this.cellMax && (this.isTitle(line) || this.isSentence(line)))
      return [line.replaceAll('\f', '').trim()];
    // The names of columns may be wider than what is below them.
    const names = isHeading(line) ? textsOf(line) : [];
    if (names.length === this.starts.length && names.every(({ length }) => length <= this.cellMax)) return names;
    const cuts = this.starts.map((each, at) => (at === 0 ? 0 : cutOf(line, each)));
    return cuts.map((cut, at) => {
      const field = line.slice(cut, cuts[at + 1] ?? line.length).trim();
      if (field.length > this.cellMax) this.refuseField(this.row, at + 1, field.length);
      return field;
    });
  }
}
