import { addDays } from '@tallgrunn/values';
import type { ReadValues } from './ask-values.ts';
import type { ImportQuestions } from './import-questions.ts';
import type { DraftHead } from './draft.ts';
import {
  lotOf,
  resolveSingleValue,
  PER_LOT,
  resolveValueOrPerLot,
  type RowsOfAgreement,
} from './resolve-single-value.ts';
import { sameName, textOf, type SourceRow } from './source-row.ts';

/** The main fields, and which of their columns a person assigned to the lots. */
export interface CollectedHead {
  readonly head: DraftHead;
  readonly perLot: { readonly technique: boolean; readonly maximumValue: boolean };
}

/**
 * Collects the main fields of one agreement from all its rows; null when it is excluded. Asks when rows disagree or
 * dates are reversed.
 */
export function collectHead(
  caseNumber: string,
  rows: readonly SourceRow[],
  ask: ReadValues,
  doubts: ImportQuestions,
): CollectedHead | null {
  const about = { caseNumber, rows, doubts };
  const texts = (column: 'title' | 'documentNumber' | 'noticeId') => rows.map((row) => textOf(row, column));
  const title = resolveSingleValue(about, 'title', texts('title'), sameName) ?? askMissing(about, 'title-missing', '');
  const span = collectPeriod(about, title ?? '', ask);
  if (!title || span === null) return null;
  const amounts = rows.map((row) => ask.amount(row));
  const amount = resolveValueOrPerLot(
    about,
    'maximumValue',
    amounts.map((each) => each && `${each.value} ${each.currency}`),
  );
  const techniques = rows.map((row) => ask.technique(row));
  const technique = resolveValueOrPerLot(about, 'technique', techniques);
  const lots = rows.some((row) => lotOf(row) !== '');
  const codes = rows.map((row) => ask.cpv(row));
  const head: DraftHead = {
    title,
    ...span,
    cpv:
      lots && new Set(codes.filter((code) => code !== null)).size > 1 ? null : resolveSingleValue(about, 'cpv', codes),
    documentNumber: resolveSingleValue(about, 'documentNumber', texts('documentNumber')),
    technique: technique === PER_LOT ? 'mixed' : (techniques.find((each) => each === technique) ?? null),
    maximumValue: amount === PER_LOT ? null : (amount?.split(' ')[0] ?? null),
    maximumCurrency:
      amounts.find((each) => each !== null && (amount === PER_LOT || amount === `${each.value} ${each.currency}`))
        ?.currency ?? null,
    noticeId: resolveSingleValue(about, 'noticeId', texts('noticeId')),
  };
  return { head, perLot: { technique: technique === PER_LOT, maximumValue: amount === PER_LOT } };
}

/** Collects the first and last day of one agreement; null when it is excluded. */
function collectPeriod(
  about: RowsOfAgreement,
  title: string,
  ask: ReadValues,
): Pick<DraftHead, 'startsOn' | 'endsOn'> | null {
  const { rows } = about;
  const days = (column: 'startsOn' | 'endsOn' | 'signedOn') => rows.map((row) => ask.day(row, column));
  const starts = resolveSingleValue(about, 'startsOn', days('startsOn'));
  const ends = resolveSingleValue(about, 'endsOn', days('endsOn'));
  const startsOn =
    starts ??
    askMissing(
      about,
      'start-missing',
      title,
      days('signedOn').find((day) => day !== null),
    );
  if (!title || !startsOn) return null;
  const months = Math.max(0, ...rows.map((row) => ask.months(row) ?? 0));
  const endsOn = ends ?? (months > 0 ? monthsAfter(startsOn, months) : null);
  return endsOn !== null && endsOn < startsOn ? askReversed(about, title, startsOn, endsOn) : { startsOn, endsOn };
}

/**
 * Asks for a value that no row states.
 * @param alternative value of another column that may be meant, offered as an option
 */
function askMissing(
  { caseNumber, rows, doubts }: RowsOfAgreement,
  kind: string,
  title: string,
  alternative?: string | null,
): string | null {
  const offered = alternative ? [{ id: `value:${alternative}`, params: { value: alternative } }] : [];
  const answer = doubts.answerFor({
    kind,
    key: caseNumber,
    rows: rows.map(({ row }) => row),
    found: { caseNumber, title },
    choices: [...offered, { id: 'text' }, { id: 'leave-out' }],
    proposed: offered[0]?.id ?? 'leave-out',
  });
  if (answer.choice.startsWith('value:')) return answer.choice.slice('value:'.length);
  return answer.choice === 'text' ? answer.text?.trim() || null : null;
}

function askReversed(
  { caseNumber, rows, doubts }: RowsOfAgreement,
  title: string,
  startsOn: string,
  endsOn: string,
): Pick<DraftHead, 'startsOn' | 'endsOn'> | null {
  const { choice } = doubts.answerFor({
    kind: 'dates-reversed',
    key: caseNumber,
    rows: rows.map(({ row }) => row),
    found: { caseNumber, title, startsOn, endsOn },
    choices: [
      { id: 'swap', params: { startsOn: endsOn, endsOn: startsOn } },
      { id: 'no-end', params: { startsOn } },
      { id: 'leave-out' },
    ],
    proposed: 'swap',
  });
  if (choice === 'leave-out') return null;
  return choice === 'swap' ? { startsOn: endsOn, endsOn: startsOn } : { startsOn, endsOn: null };
}

/** Returns the last day of a period of this many months. */
export function monthsAfter(first: string, months: number): string {
  const [year = 0, month = 1, date = 1] = first.split('-').map(Number);
  const next = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(`${next.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`, -1);
}
