import { catalogue, formatCount, formatQuantity, plural, round } from '@tallgrunn/values';
import type { Language } from '@tallgrunn/values';
import type { ReadProblem, ReadProblemCode, ReadProblemParams } from './read-problem.ts';
import type { ReadNote } from './table.ts';
import { cellReference } from './xlsx/cell-place.ts';
import type { ProblemMessageValues } from './words.ts';
import { en } from './words-en.ts';
import { nb } from './words-nb.ts';
import { nn } from './words-nn.ts';

const texts = catalogue({ nb, nn, en });
const BYTES_PER_MB = 1024 * 1024;

/** Returns the params of a problem as text: formatted numbers, names of file kinds, the location. */
function messageValues(params: ReadProblemParams, language: Language): ProblemMessageValues {
  const count = (value: string | number | undefined) =>
    typeof value === 'number' ? formatCount(value, language) : (value ?? '');
  const words = texts(language);
  const found = String(params.found ?? '');
  return {
    kind: words.kinds[found as keyof typeof words.kinds] ?? found,
    found: count(params.found),
    expected: count(params.expected),
    foundMb: megabytes(params.found, language),
    expectedMb: megabytes(params.expected, language),
    place: placeOf(params, language),
    part: String(params.part ?? params.entry ?? ''),
    row: count(params.row),
    field: found,
  };
}

function megabytes(value: string | number | undefined, language: Language): string {
  if (typeof value !== 'number') return '';
  return formatQuantity(round((value / BYTES_PER_MB).toFixed(3), value < 10 * BYTES_PER_MB ? 1 : 0), language);
}

function placeOf({ sheet, row, column }: ReadProblemParams, language: Language): string {
  if (typeof row !== 'number') return '';
  const words = texts(language);
  const cell =
    typeof column === 'number'
      ? words.cell({ cell: cellReference(row, column) })
      : words.row({ row: formatCount(row, language) });
  return sheet ? words.inSheet({ place: cell, sheet: String(sheet) }) : cell;
}

/** Returns whether a code is a read problem with a message here. Other parts of the product have codes of their own. */
export function isReadProblemCode(code: string): code is ReadProblemCode {
  return Object.hasOwn(nb.problems, code);
}

/** Returns a problem's message as one paragraph: found, expected and what to do. */
export function problemMessage(problem: Pick<ReadProblem, 'code' | 'params'>, language: Language): string {
  const { problems } = texts(language);
  const words = messageValues(problem.params, language);
  if (problem.code === 'workbook-damaged' && problem.params.part !== undefined)
    return problems['workbook-part-damaged'](words);
  return problems[problem.code satisfies ReadProblemCode](words);
}

/** Returns a sentence about an anomaly that did not stop reading. */
export function noteMessage({ code, params }: ReadNote, language: Language): string {
  const count = Number(params.count ?? 1);
  const many = (forms: { one: string; other: string }) => plural(language, count, forms);
  const row = typeof params.row === 'number' ? formatCount(params.row, language) : '';
  const [sheet, ending, found] = ['sheet', 'ending', 'found'].map((name) => String(params[name] ?? ''));
  return texts(language).notes[code]({
    sheet: sheet!,
    ending: ending!,
    found: found!,
    row,
    many,
    count: formatCount(count, language),
  });
}
