import type { AskValues } from './ask-values.ts';
import type { Doubts } from './doubts.ts';
import type { DraftHead, DraftOption } from './draft.ts';
import { yearsAfter } from './gather-head.ts';
import { readDay } from './read-values.ts';
import { textOf, type SourceRow } from './source-row.ts';

/** The options of an agreement: days it may be extended to, or years as "1+1 år" after its last day. */
export function gatherOptions(
  rows: readonly SourceRow[],
  { startsOn, endsOn }: DraftHead,
  ask: AskValues,
  doubts: Doubts,
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

function daysOf(row: SourceRow, startsOn: string, endsOn: string | null, doubts: Doubts): string[] {
  const text = textOf(row, 'options');
  if (/^(nei|ingen|nil|none|no|-|0)$/i.test(text)) return [];
  const reading = row.cells.options ? readDay(row.cells.options) : { maybe: [] };
  if ('value' in reading && reading.value) return [reading.value];
  const years = yearsIn(text);
  if (years && endsOn !== null) return extensions(years, startsOn, endsOn);
  const answer = doubts.ask({
    kind: 'option-doubtful',
    key: `${text}|${endsOn ?? ''}`,
    rows: [row.row],
    found: { text, endsOn: endsOn ?? '' },
    choices: [{ id: 'text' }, { id: 'none' }],
    proposed: 'none',
  });
  return answer.choice === 'text' && answer.text ? [answer.text.trim()] : [];
}

/** "1+1 år", "1 + 1", "2 x 1 år", "1 år": years of each option. */
function yearsIn(text: string): number[] | null {
  const times = /^(\d)\s*[x×*]\s*(\d)\s*(?:år|year)/i.exec(text);
  if (times) return Array.from({ length: Number(times[1]) }, () => Number(times[2]));
  const plus = /^(?:opsjon(?:er)?:?\s*)?(\d(?:\s*\+\s*\d)*)\s*(?:års?|years?)?\.?$/i.exec(text);
  return plus ? (plus[1] ?? '').split('+').map(Number) : null;
}

/** "2+1+1" of an agreement of two years begins with the agreement itself. */
function extensions(years: readonly number[], startsOn: string, endsOn: string): string[] {
  const [first = 0, ...rest] = years;
  const own = rest.length > 0 && first > 1 && yearsAfter(dayBefore(startsOn), first) === endsOn;
  let until = endsOn;
  return (own ? rest : years).map((count) => (until = yearsAfter(until, count)));
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
