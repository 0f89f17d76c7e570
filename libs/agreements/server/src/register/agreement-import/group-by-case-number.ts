import type { QuestionOption, ImportQuestions } from './import-questions.ts';
import type { ExistingAgreement } from './existing-agreement.ts';
import { sameName, textOf, type SourceRow } from './source-row.ts';

/**
 * Groups rows by case number; excluded rows are in no group. Asks about two case numbers with the same title, and about
 * rows without a number.
 */
export function groupByCaseNumber(
  rows: readonly SourceRow[],
  known: readonly ExistingAgreement[],
  doubts: ImportQuestions,
): Map<string, SourceRow[]> {
  const cases = new Map<string, SourceRow[]>();
  const relevantRows = rows.filter(
    (row) => textOf(row, 'title') !== '' || textOf(row, 'caseNumber') !== '' || textOf(row, 'supplierName') !== '',
  );
  for (const row of relevantRows.filter((each) => textOf(each, 'caseNumber') !== ''))
    addRow(cases, textOf(row, 'caseNumber'), row);
  const rowsWithoutNumber = relevantRows.filter((row) => textOf(row, 'caseNumber') === '');
  for (const group of Map.groupBy(rowsWithoutNumber, (row) => sameName(textOf(row, 'title'))).values()) {
    const found = askCase(group, cases, known, doubts);
    if (found !== null) for (const row of group) addRow(cases, found, row);
  }
  return mergeTitles(cases, known, doubts);
}

function addRow(cases: Map<string, SourceRow[]>, key: string, row: SourceRow): void {
  cases.set(key, [...(cases.get(key) ?? []), row]);
}

const titleOf = (rows: readonly SourceRow[] = []) =>
  rows.map((row) => textOf(row, 'title')).find((title) => title !== '') ?? '';

function askCase(
  group: readonly SourceRow[],
  cases: ReadonlyMap<string, SourceRow[]>,
  known: readonly ExistingAgreement[],
  doubts: ImportQuestions,
): string | null {
  const title = titleOf(group);
  const alike = [
    ...[...cases].filter(([, rows]) => sameName(titleOf(rows)) === sameName(title)).map(([key]) => key),
    ...known
      .filter((each) => sameName(each.head.title) === sameName(title))
      .map((each) => each.caseNumber ?? each.number),
  ];
  const choices: QuestionOption[] = [
    ...[...new Set(alike)].map((caseNumber) => ({ id: `case:${caseNumber}`, params: { caseNumber, title } })),
    { id: 'text' },
    { id: 'leave-out' },
  ];
  const answer = doubts.answerFor({
    kind: 'case-number-missing',
    key: sameName(title),
    rows: group.map(({ row }) => row),
    found: { title },
    choices,
    proposed: choices.length > 2 ? (choices[0]?.id ?? 'leave-out') : 'leave-out',
  });
  if (answer.choice === 'leave-out') return null;
  return answer.choice === 'text' ? answer.text?.trim() || null : answer.choice.slice('case:'.length);
}

/** Asks about a title with two case numbers: two successive agreements, or one that was filed twice. */
function mergeTitles(
  cases: Map<string, SourceRow[]>,
  known: readonly ExistingAgreement[],
  doubts: ImportQuestions,
): Map<string, SourceRow[]> {
  const merged = new Map(cases);
  const inFile = [...cases].map(([caseNumber, rows]) => ({ caseNumber, title: titleOf(rows) }));
  const existingOnly = known
    .map((each) => ({ caseNumber: each.caseNumber ?? each.number, title: each.head.title }))
    .filter(({ caseNumber }) => !cases.has(caseNumber));
  for (const group of Map.groupBy(
    [...inFile, ...existingOnly].filter(({ title }) => title !== ''),
    ({ title }) => sameName(title),
  ).values()) {
    const numbers = group.map(({ caseNumber }) => caseNumber);
    const fresh = numbers.filter(
      (number) => cases.has(number) && !known.some((each) => (each.caseNumber ?? each.number) === number),
    );
    if (numbers.length < 2 || fresh.length === 0) continue;
    const { choice } = doubts.answerFor({
      kind: 'title-twice',
      key: [...numbers].sort().join('|'),
      rows: fresh.flatMap((number) => (cases.get(number) ?? []).map(({ row }) => row)),
      found: { title: group[0]?.title ?? '', cases: numbers.join(' · ') },
      choices: [
        { id: 'separate' },
        ...numbers.map((caseNumber) => ({ id: `case:${caseNumber}`, params: { caseNumber } })),
        { id: 'leave-out' },
      ],
      proposed: 'separate',
    });
    if (choice === 'separate') continue;
    const rows = numbers.flatMap((number) => cases.get(number) ?? []);
    for (const number of fresh) merged.delete(number);
    if (choice !== 'leave-out') {
      for (const number of numbers) merged.delete(number);
      merged.set(choice.slice('case:'.length), rows);
    }
  }
  return merged;
}
