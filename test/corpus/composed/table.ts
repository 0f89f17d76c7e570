import { isKnowable } from './knowable.ts';
import type { TruePair, Measured } from './measure-composed.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
const kroner = (ore: number): string =>
  Math.round(ore / 100)
    .toLocaleString('nb-NO')
    .replaceAll('\u00A0', ' ');
const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);

export interface Totals {
  readonly recall: number;
  readonly recallOfKroner: number;
  readonly precision: number;
  /** Share of the booked amount with a true statement before any manual decision. */
  readonly explained: number;
  /**
   * Shares of the amounts with false accusations: booked amounts wrongly stated as not reported or the like
   * (`accused`), and reported amounts wrongly stated as not booked or the like (`accusedRows`).
   */
  readonly accused: number;
  readonly accusedRows: number;
  readonly knowable: number;
}

export function totalsOf({ couples, links, statements }: Measured): Totals {
  const knowable = couples.filter(({ level }) => isKnowable(level));
  const booked = statements.filter(({ side }) => side === 'booked');
  const reported = statements.filter(({ side }) => side === 'reported');
  const whole = sum(booked, ({ ore }) => ore);
  const accusedOf = (own: Measured['statements']) =>
    sum(own, ({ accuses, ore }) => (accuses ? ore : 0)) / sum(own, ({ ore }) => ore);
  return {
    recall: knowable.filter(({ found }) => found).length / knowable.length,
    recallOfKroner: sum(knowable, ({ found, ore }) => (found ? ore : 0)) / sum(knowable, ({ ore }) => ore),
    precision: links.filter(({ right }) => right).length / links.length,
    explained: sum(booked, ({ isTrue, ore }) => (isTrue ? ore : 0)) / whole,
    accused: accusedOf(booked),
    accusedRows: accusedOf(reported),
    knowable: knowable.length / couples.length,
  };
}

interface HabitRow {
  readonly key: string;
  readonly known: number;
  readonly found: number;
  readonly alone: number;
  readonly aloneFound: number;
  readonly lost: number;
  readonly blamed: number;
  readonly said: number;
  readonly right: number;
  readonly accused: number;
}

/**
 * Returns figures per habit. `alone`: links with this habit only. `blamed`: lost amount of the links where no other
 * habit has a lower recall.
 */
export function byHabit({ couples, links, statements }: Measured, keys: readonly string[]): HabitRow[] {
  const knowable = couples.filter(({ level }) => isKnowable(level));
  const blame = lostAmountByHabit(knowable, keys);
  return keys.map((key) => {
    const own = knowable.filter(({ habits }) => habits.includes(key));
    const alone = own.filter(({ habits }) => habits.length === 1);
    const said = links.filter(({ habits }) => habits.includes(key));
    return {
      key,
      known: own.length,
      found: own.filter(({ found }) => found).length,
      alone: alone.length,
      aloneFound: alone.filter(({ found }) => found).length,
      lost: sum(own, ({ found, ore }) => (found ? 0 : ore)),
      blamed: blame.get(key) ?? 0,
      said: said.length,
      right: said.filter(({ right }) => right).length,
      accused: sum(statements, ({ accuses, ore, habits }) => (accuses && habits.includes(key) ? ore : 0)),
    };
  });
}

/**
 * Returns the lost øre by habit. The habit with the lowest recall behind a link is blamed; habits with equal recall
 * share the amount.
 */
function lostAmountByHabit(knowable: readonly TruePair[], keys: readonly string[]): Map<string, number> {
  const recall = new Map(
    keys.map((key) => {
      const own = knowable.filter(({ habits }) => habits.includes(key));
      return [key, own.filter(({ found }) => found).length / Math.max(1, own.length)] as const;
    }),
  );
  const blame = new Map<string, number>();
  for (const { ore, habits } of knowable.filter(({ found }) => !found)) {
    const least = Math.min(...habits.map((key) => recall.get(key) ?? 1));
    const worst = habits.filter((key) => recall.get(key) === least);
    for (const key of worst) blame.set(key, (blame.get(key) ?? 0) + ore / worst.length);
  }
  return blame;
}

const BANDS = [1, 0.99, 0.97, 0.95, 0.93, 0.9, 0] as const;

/** Links by how sure the product is of them: the mean of what it says, and the share that is right. */
export function bandsOf(links: Measured['links']): { band: string; links: number; said: string; right: string }[] {
  return BANDS.map((from, at) => ({
    band: at === 0 ? '1' : `${from} to ${BANDS[at - 1]}`,
    // Scores are kept with few digits.
    own: links.filter(({ score }) => score >= from - 1e-6 && (at === 0 || score < (BANDS[at - 1] as number) - 1e-6)),
  }))
    .filter(({ own }) => own.length > 0)
    .map(({ band, own }) => ({
      band,
      links: own.length,
      said: percent(
        sum(own, ({ score }) => score),
        own.length,
      ),
      right: percent(own.filter(({ right }) => right).length, own.length),
    }));
}

/** Formats the table of one or several worlds. */
export function tableOf(measured: Measured, keys: readonly string[], title: string): string {
  const totals = totalsOf(measured);
  const rows = byHabit(measured, keys).toSorted((a, b) => b.blamed - a.blamed);
  const withoutHabits = measured.couples.filter(({ level, habits }) => isKnowable(level) && habits.length === 0);
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(30) : String(cell).padStart(11))).join('');
  const said = Map.groupBy(measured.statements, ({ side, says }) => `${side}: ${says}`);
  return [
    title,
    '',
    `links ${measured.couples.length}, can be known ${percent(totals.knowable, 1)} %`,
    `recall ${percent(totals.recall, 1)} %, of kroner ${percent(totals.recallOfKroner, 1)} %; precision ${percent(totals.precision, 1)} % of ${measured.links.length}`,
    `booked kroner under a true statement ${percent(totals.explained, 1)} %; false accusations ${percent(totals.accused, 1)} % of what is booked, ${percent(totals.accusedRows, 1)} % of what is reported`,
    `without any habit: ${percent(withoutHabits.filter(({ found }) => found).length, withoutHabits.length)} % of ${withoutHabits.length}`,
    '',
    line(['habit', 'links', 'recall', 'alone', 'recall', 'lost kr', 'blamed kr', 'said', 'precision', 'accused kr']),
    ...rows
      .filter(({ known: knowable, said, accused }) => knowable + said + accused > 0)
      .map(({ key, known: knowable, found, alone, aloneFound, lost, blamed, said: made, right, accused }) =>
        line([
          key,
          knowable,
          percent(found, knowable),
          alone,
          percent(aloneFound, alone),
          kroner(lost),
          kroner(blamed),
          made,
          percent(right, made),
          kroner(accused),
        ]),
      ),
    '',
    line(['level', 'links', 'recall']),
    ...[...Map.groupBy(measured.couples, ({ level }) => level)].map(([level, own]) =>
      line([level, own.length, percent(own.filter(({ found }) => found).length, own.length)]),
    ),
    '',
    line(['step', 'links', 'precision']),
    ...[...Map.groupBy(measured.links, ({ step }) => step)].map(([step, own]) =>
      line([step, own.length, percent(own.filter(({ right }) => right).length, own.length)]),
    ),
    '',
    line(['score', 'links', 'said', 'right']),
    ...bandsOf(measured.links).map(({ band, links, said, right }) => line([band, links, said, right])),
    '',
    `${'statement'.padEnd(52)}${['lines', 'kr', 'true %', 'accuses kr'].map((head) => head.padStart(13)).join('')}`,
    ...[...said]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(
        ([says, own]) =>
          `${says.padEnd(52)}${[
            own.length,
            kroner(sum(own, ({ ore }) => ore)),
            percent(
              sum(own, ({ isTrue, ore }) => (isTrue ? ore : 0)),
              sum(own, ({ ore }) => ore),
            ),
            kroner(sum(own, ({ accuses, ore }) => (accuses ? ore : 0))),
          ]
            .map((cell) => String(cell).padStart(13))
            .join('')}`,
      ),
    '',
    `${'honest rows kept out by the checks'.padEnd(52)}${'rows'.padStart(13)}${'habits'.padStart(13)}`,
    ...[...Map.groupBy(measured.stopped, ({ codes }) => codes)].map(
      ([codes, own]) =>
        `${codes.padEnd(52)}${String(own.length).padStart(13)}  ${topOf(own.flatMap(({ row }) => row.habits))}`,
    ),
  ].join('\n');
}

function topOf(habits: readonly string[]): string {
  return [...Map.groupBy(habits, (key) => key)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 5)
    .map(([key, own]) => `${key} ${own.length}`)
    .join(', ');
}

/** Combines several worlds. */
export const combineMeasured = (all: readonly Measured[]): Measured => ({
  couples: all.flatMap(({ couples }) => couples),
  links: all.flatMap(({ links }) => links),
  statements: all.flatMap(({ statements }) => statements),
  stopped: all.flatMap(({ stopped }) => stopped),
});
