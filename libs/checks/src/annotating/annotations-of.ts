import { limits, type Language } from '@tallgrunn/values';
import type { AddedCell, AddedRow, Annotations, CellRemark, LinkTarget } from '@tallgrunn/tabular';
import type { Finding, FindingGroup, FindingSeverity } from '../finding.ts';
import { messageOf, textsOf } from '../texts/message-of.ts';
import { columnLetters } from '../places.ts';
import { annotationTexts } from './annotation-texts.ts';
import type { CorrectedCell } from './corrected-cell.ts';
import { CellRemarks, type AnnotationLimits } from './cell-remarks.ts';
import { linkTargetOf } from './target-of.ts';

type Findings = Iterable<Finding> | AsyncIterable<Finding>;

export interface AnnotationsRequest {
  /** Returns the findings of a file from the start on each call; they are iterated twice and not stored. */
  readonly findings: () => Findings;
  readonly groups: readonly FindingGroup[];
  readonly language: Language;
  /** cells corrected outside the file, which still shows the original value */
  readonly corrected?: readonly CorrectedCell[];
  /** for tests: overrides the limits stated in the sheet */
  readonly limits?: Partial<AnnotationLimits>;
}

const SHEET_ROWS_MAX = 1_048_576;
const symbols: Record<FindingSeverity, string> = { blocksFile: '✖', blocksRow: '✖', confirm: '?', info: 'i' };
const order: readonly (readonly FindingSeverity[])[] = [['blocksFile', 'blocksRow'], ['confirm'], ['info']];

/**
 * Returns the annotations of a report: marks and comments on cells, and a sheet that lists the causes and then each
 * finding.
 */
export async function annotateFindings({
  findings,
  groups,
  language,
  corrected = [],
  limits: ownLimits,
}: AnnotationsRequest): Promise<Annotations> {
  const limitsInUse: AnnotationLimits = { ...limits.annotated, ...ownLimits };
  const remarks = new CellRemarks(limitsInUse, (finding) => messageOf(finding, language));
  let listed = 0;
  let lastRow = 0;
  for await (const finding of findings()) {
    remarks.add(finding);
    listed += 1;
    lastRow = Math.max(lastRow, finding.place?.row ?? 0);
  }
  const texts = annotationTexts(language);
  for (const cell of corrected) remarks.addCorrected(cell, `✎ ${texts.corrected({ value: cell.value })}`);
  const marked: readonly CellRemark[] = remarks.list();
  const isCapped = remarks.isFull || listed > limitsInUse.findingsListedMax;
  const notes = [
    ...(isCapped
      ? [
          texts.capped({
            comments: limitsInUse.commentsPerSheetMax,
            cells: limitsInUse.cellsMarkedMax,
            listed: limitsInUse.findingsListedMax,
          }),
        ]
      : []),
    ...(lastRow > SHEET_ROWS_MAX ? [texts.shortened({ rows: SHEET_ROWS_MAX })] : []),
  ];
  const rows = sheetRows({ findings, groups, language, corrected }, notes, limitsInUse.findingsListedMax);
  return { remarks: marked, added: { name: texts.tab, widths: [4, 16, 34, 10, 14, 16, 22, 22, 22, 80], rows } };
}

async function* sheetRows(
  { findings, groups, language, corrected = [] }: AnnotationsRequest,
  notes: readonly string[],
  listedMax: number,
): AsyncGenerator<AddedRow> {
  const texts = annotationTexts(language);
  const { heads } = texts;
  yield [{ text: texts.title, look: 'title' }];
  for (const note of [texts.legend, ...notes]) yield [note];
  yield [];
  yield [{ text: texts.causes, look: 'title' }];
  yield headings(
    '',
    heads.kind,
    heads.cause,
    heads.count,
    heads.amount,
    heads.place,
    heads.sheet,
    heads.found,
    heads.expected,
    heads.todo,
  );
  for (const group of groups) yield causeRow(group, language);
  yield [];
  if (corrected.length > 0) {
    yield [{ text: texts.correctedHere, look: 'title' }];
    yield headings('', heads.kind, '', '', '', heads.place, heads.sheet, heads.was, heads.now);
    for (const cell of corrected.slice(0, listedMax)) yield correctedRow(cell, language);
    yield [];
  }
  yield [{ text: texts.findings, look: 'title' }];
  yield headings(
    '',
    heads.kind,
    heads.cause,
    '',
    heads.amount,
    heads.place,
    heads.sheet,
    heads.found,
    heads.expected,
    heads.todo,
  );
  let listed = 0;
  for (const severities of order) {
    for await (const finding of findings()) {
      if (!severities.includes(finding.severity)) continue;
      listed += 1;
      if (listed > listedMax) return;
      yield findingRow(finding, language);
    }
  }
}

const headings = (...titles: readonly string[]): AddedRow =>
  titles.map((text) => (text === '' ? null : { text, look: 'heading' }));

function causeRow({ example, count, kroner }: FindingGroup, language: Language): AddedRow {
  const [symbol, kind, title, , , ...rest] = findingRow(example, language, 'wrapped');
  return [
    symbol!,
    kind!,
    title!,
    { text: String(count), look: 'amount' },
    kroner === null ? null : { text: kroner, look: 'amount' },
    ...rest,
  ];
}

/**
 * Returns the row of one finding. Texts in this long list are not wrapped, because a spreadsheet program would measure
 * each row before opening the file.
 */
function findingRow(finding: Finding, language: Language, long: AddedCell['look'] = 'plain'): AddedRow {
  const texts = annotationTexts(language);
  const { severity, place, found, expected, amount } = finding;
  const { title, message, todo } = textsOf(finding, language);
  const look: AddedCell['look'] = severity === 'info' ? 'plain' : severity === 'confirm' ? 'warning' : 'error';
  return [
    { text: symbols[severity], look },
    { text: texts.kinds[severity], look },
    { text: title, look: long },
    null,
    amount === undefined ? null : { text: amount, look: 'amount' },
    placeCell(finding, texts),
    place?.sheet ?? null,
    found,
    expected,
    { text: `${message} ${todo}`.trim(), look: long },
  ];
}

function correctedRow({ sheet, row, column, value, was }: CorrectedCell, language: Language): AddedRow {
  const texts = annotationTexts(language);
  const [name, link] = [
    `${columnLetters(column)}${row}`,
    { sheet: sheet === '' ? null : sheet, row, column: column + 1 },
  ];
  return [
    { text: '✎', look: 'corrected' },
    { text: texts.isCorrected, look: 'corrected' },
    null,
    null,
    null,
    row > SHEET_ROWS_MAX ? { text: texts.row({ row }) } : { text: name, link },
    sheet || null,
    was ?? null,
    value,
  ];
}

function placeCell({ place }: Finding, texts: ReturnType<typeof annotationTexts>): AddedCell {
  const link: LinkTarget | null = place && linkTargetOf(place);
  if (!link || link.row > SHEET_ROWS_MAX) return { text: place?.row ? texts.row({ row: place.row }) : texts.wholeFile };
  return { text: place?.cell ?? texts.row({ row: link.row }), link };
}
