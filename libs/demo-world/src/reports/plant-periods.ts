import { addDays, periodRange, serialOf, type Day } from '../values/calendar.ts';
import { copyOf, type ReportLine } from './line.ts';
import { numberText, type Planter } from './planting.ts';

/** Returns the previous period of the same length. */
export function periodBefore(period: string): string {
  const lastDay = addDays(periodRange(period).start, -1);
  return period.includes('Q')
    ? `${lastDay.slice(0, 4)}-Q${Math.ceil(Number(lastDay.slice(5, 7)) / 3)}`
    : lastDay.slice(0, 7);
}

const dateOutside: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('date-outside', line, 'deliveredOn', {
      date: addDays(periodRange(bed.submission.period).end, bed.rng.int(0, 6)),
    });
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'];
const spelledDate = (day: Day) =>
  `${Number(day.slice(8))}.${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(2, 4)}`;

const dateText: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('date-text', line, 'deliveredOn', spelledDate(numberText(line.cells.deliveredOn)));
};

const dateSerial: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('date-serial', line, 'deliveredOn', String(serialOf(numberText(line.cells.deliveredOn))));
};

const dateImpossible: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write(
      'date-impossible',
      line,
      'deliveredOn',
      `32.${bed.submission.period.slice(5, 7)}.${bed.submission.period.slice(0, 4)}`,
    );
};

const duplicateLine: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    const twin: ReportLine = { ...copyOf(line), deliveries: [] };
    bed.insertAfter(line, twin);
    bed.note('duplicate-line', twin, null, null);
  }
};

const repeatLines =
  (kind: string, lines: readonly ReportLine[]): Planter =>
  (bed) => {
    const old = lines.map((line): ReportLine => ({ ...copyOf(line), deliveries: [] }));
    bed.insert(old);
    for (const line of old) bed.note(kind, line, null, null);
  };

const duplicatePeriod: Planter = (bed, count) => {
  repeatLines('duplicate-period', bed.rng.sample(bed.linesOf(periodBefore(bed.submission.period)), count))(bed, count);
};

/** Repeats the lines of the previous period in the report. */
const yearToDate: Planter = (bed, count) => {
  repeatLines('year-to-date', bed.linesOf(periodBefore(bed.submission.period)))(bed, count);
};

export const periodPlanters: Record<string, Planter> = {
  'date-outside': dateOutside,
  'date-text': dateText,
  'date-serial': dateSerial,
  'date-impossible': dateImpossible,
  'duplicate-line': duplicateLine,
  'duplicate-period': duplicatePeriod,
  'year-to-date': yearToDate,
};
