import { addDays, isDate } from '@tallgrunn/values';
import type { ReadValues } from './ask-values.ts';
import type { ImportQuestions } from './import-questions.ts';
import type { DraftHead, DraftOption } from './draft.ts';
import { monthsAfter } from './collect-head.ts';
import { readOptionPeriods } from './option-periods.ts';
import { readDay } from './read-values.ts';
import { textOf, type SourceRow } from './source-row.ts';

/** Collects the options of an agreement: end dates, or periods such as "1+1 år" after its last day. */
export function collectOptions(
  rows: readonly SourceRow[],
  { startsOn, endsOn }: DraftHead,
  ask: ReadValues,
  doubts: ImportQuestions,
): DraftOption[] {
  const texts = [
    ...new Map(
      rows.filter((row) => textOf(row, 'options') !== '').map((row) => [textOf(row, 'options'), row]),
    ).values(),
  ];
  const noticeBy = rows.map((row) => ask.day(row, 'noticeBy')).find((day) => day !== null) ?? null;
  const days = texts.flatMap((row) => daysOf(row, startsOn, endsOn, doubts));
  const later = [...new Set(days)].filter((day) => endsOn === null || day > endsOn).sort();
  return later.map((extendsTo, at) => ({
    number: at + 1,
    noticeBy: at === 0 && noticeBy !== null && noticeBy <= extendsTo ? noticeBy : null,
    extendsTo,
  }));
}

function daysOf(row: SourceRow, startsOn: string, endsOn: string | null, doubts: ImportQuestions): string[] {
  const text = textOf(row, 'options');
  if (/^(nei|ingen|nil|none|no|-|–|—|0)$/i.test(text)) return [];
  const reading = row.cells.options ? readDay(row.cells.options) : { maybe: [] };
  if ('value' in reading && reading.value) return [reading.value];
  const months = readOptionPeriods(text);
  if (months && endsOn !== null) return extensions(months, startsOn, endsOn);
  const answer = endsOn === null ? askDay(row, text, doubts) : askPeriods(row, text, doubts);
  if (answer === null || isDate(answer)) return answer === null ? [] : [answer];
  const stated = readOptionPeriods(answer);
  return stated && endsOn !== null ? extensions(stated, startsOn, endsOn) : [];
}

/**
 * Asks once for all agreements with the same text: a period counts from each agreement's last day, a date is the same
 * for all.
 */
const askPeriods = (row: SourceRow, text: string, doubts: ImportQuestions): string | null =>
  askForText(doubts, 'option-doubtful', row, text);

/** Asks for an end date, which an agreement without a last day needs. */
const askDay = (row: SourceRow, text: string, doubts: ImportQuestions): string | null =>
  askForText(doubts, 'option-without-end', row, text);

function askForText(doubts: ImportQuestions, kind: string, row: SourceRow, text: string): string | null {
  const answer = doubts.answerFor({
    kind,
    key: text.toLowerCase(),
    rows: [row.row],
    found: { text },
    choices: [{ id: 'text' }, { id: 'none' }],
    proposed: 'none',
  });
  return answer.choice === 'text' ? answer.text?.trim() || null : null;
}

/**
 * Returns the end dates of the extensions. In "2+1+1" for an agreement of two years, the first number is the
 * agreement's own duration.
 */
function extensions(months: readonly number[], startsOn: string, endsOn: string): string[] {
  const [first = 0, ...rest] = months;
  const own = rest.length > 0 && first > 12 && lastDayAfter(addDays(startsOn, -1), first) === endsOn;
  let until = endsOn;
  return (own ? rest : months).map((count) => (until = lastDayAfter(until, count)));
}

/** Returns the last day this many months after a last day. */
const lastDayAfter = (day: string, months: number): string => monthsAfter(addDays(day, 1), months);
