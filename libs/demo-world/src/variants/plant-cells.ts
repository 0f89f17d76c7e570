import { copyOf, type ReportLine } from '../reports/line.ts';
import { numberText, type Planter, type PlantingBed } from '../reports/planting.ts';
import { periodBefore } from '../reports/plant-periods.ts';
import { milliText, oreText, percentOf, timesQuantity, total, writtenNumber } from '../values/amounts.ts';
import { addDays, monthOf } from '../values/calendar.ts';
import { dateText } from './spelling.ts';

/**
 * Mistakes in addition to those in the demo world's reports. They depend on the notation of a table, or on its lines.
 */

const decimalOf = ({ form }: PlantingBed): ',' | '.' => form.csv?.numbers.decimal ?? ',';

/** A partial return: a separate line after the sale. */
const credit =
  (kind: string, times: (rng: PlantingBed['rng']) => number): Planter =>
  (bed, count) => {
    for (const sale of bed.take(count, (line) => line.quantity >= 2000)) {
      const quantity = -Math.max(1000, Math.round((sale.quantity * times(bed.rng)) / 1000) * 1000);
      const amount = timesQuantity(sale.price, quantity);
      const line: ReportLine = { ...copyOf(sale), deliveries: [], quantity, amount };
      Object.assign(line.cells, {
        quantity: { number: milliText(quantity) },
        amount: { number: oreText(amount) },
        invoiceNumber: null,
        invoiceLine: null,
      });
      bed.insertAfter(sale, line);
      bed.note(kind, line, 'quantity', null);
    }
  };

const groupedThousands: Planter = (bed, count) => {
  const drawn = bed.rng.pick(['\u00A0', '\u202F', ' ']);
  const space = bed.form.csv?.encoding === 'windows-1252' ? '\u00A0' : drawn; // windows-1252 has no narrow no-break space
  for (const line of bed.take(count, ({ amount }) => amount >= 100_000))
    bed.write(
      'nbsp-thousands',
      line,
      'amount',
      writtenNumber(oreText(line.amount), { decimal: decimalOf(bed), thousands: space, negative: 'minus' }),
    );
};

/** One or two cells use a different decimal sign from the rest. */
const decimalsMixed: Planter = (bed, count) => {
  const other = decimalOf(bed) === ',' ? '.' : ',';
  for (const line of bed.take(count, ({ price }) => price % 100 !== 0))
    bed.write('decimals-mixed', line, 'unitPrice', oreText(line.price).replace('.', other));
};

/** "1.234": either about a thousand, or about one. */
const ambiguous: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    const kroner = bed.rng.int(1001, 9989);
    bed.write(
      'number-ambiguous',
      line,
      'unitPrice',
      writtenNumber(String(kroner), {
        decimal: decimalOf(bed),
        thousands: decimalOf(bed) === ',' ? '.' : ',',
        negative: 'minus',
      }),
    );
    line.cells.amount = { number: oreText(timesQuantity(kroner * 100, line.quantity)) };
  }
};

const dayMonth: Planter = (bed, count) => {
  const day = (line: ReportLine) => numberText(line.cells.deliveredOn);
  for (const line of bed.take(
    count,
    (each) => Number(day(each).slice(8)) <= 12 && day(each).slice(8) !== day(each).slice(5, 7),
  ))
    bed.write('day-month', line, 'deliveredOn', dateText(day(line), 'dd/mm/yyyy'));
};

const calendarOf1904: Planter = (bed) => {
  for (const line of bed.lines) line.cells.deliveredOn = { date: addDays(numberText(line.cells.deliveredOn), -1462) };
  bed.note('date-1904', null, 'deliveredOn', null);
};

const monthLeftOut: Planter = (bed) => {
  const months = [...new Set(bed.lines.map((line) => monthOf(numberText(line.cells.deliveredOn))))];
  if (months.length < 3) return;
  const gone = bed.rng.pick(months);
  const kept = bed.lines.filter((line) => monthOf(numberText(line.cells.deliveredOn)) !== gone);
  bed.lines.splice(0, bed.lines.length, ...kept);
  bed.note('month-missing', null, null, null);
};

const offAssortment: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    bed.write('off-assortment', line, 'itemNumber', `X-${bed.rng.int(70_000, 99_999)}`);
    Object.assign(line.cells, {
      gtin: null,
      itemName: bed.rng.pick(['Kaffetrakter', 'Hagesett i teak', 'Vinterdekk 17"', 'Ullteppe']),
    });
  }
};

const overpriced: Planter = (bed, count) => {
  for (const line of bed.take(count, ({ price }) => price >= 500)) {
    const price = percentOf(line.price, bed.rng.pick([103, 107, 112, 118]));
    bed.write('price-above-agreed', line, 'unitPrice', { number: oreText(price) });
    line.cells.amount = { number: oreText(timesQuantity(price, line.quantity)) };
  }
};

/** Far more than ever before of an item that was bought before. */
const extreme: Planter = (bed, count) => {
  const known = new Set(
    bed
      .linesOf(periodBefore(bed.submission.period))
      .map((line) => `${numberText(line.cells.itemNumber)}/${numberText(line.cells.municipality)}`),
  );
  for (const line of bed.take(count, ({ cells }) =>
    known.has(`${numberText(cells.itemNumber)}/${numberText(cells.municipality)}`),
  )) {
    bed.write('extreme', line, 'quantity', { number: milliText(line.quantity * 1000) });
    line.cells.amount = { number: oreText(line.amount * 1000) };
  }
};

/** Repeats all lines since 1 January, instead of those of the period only. */
const yearToDate: Planter = (bed) => {
  const year = bed.submission.period.slice(0, 4);
  const earlier: ReportLine[] = [];
  for (let period = periodBefore(bed.submission.period); period.startsWith(year); period = periodBefore(period))
    earlier.push(...bed.linesOf(period).map((line) => ({ ...copyOf(line), deliveries: [] })));
  if (earlier.length === 0) return;
  bed.insert(earlier);
  bed.note('year-to-date', null, null, null);
};

/** Renames a column of the template. */
const renamed: Planter = (bed) => {
  const names = {
    itemNumber: ['Art.nr.', 'Produktnr', 'SKU'],
    quantity: ['Kvantum', 'Ant.'],
    deliveredOn: ['Lev.dato', 'Utleveringsdato'],
    amount: ['Linjesum', 'Nettobeløp'],
  } as const;
  const field = bed.rng.pick(['itemNumber', 'quantity', 'deliveredOn', 'amount'] as const);
  bed.renamed = { [field]: bed.rng.pick(names[field]) };
  bed.note('header-renamed', null, field, null);
};

/** Records the mistake if at least one line names the customer whose name two municipalities share. */
const homonym: Planter = (bed) => {
  if (total(bed.lines, (line) => (line.cells.municipality === 'Våler' ? 1 : 0)) > 0)
    bed.note('valer-ambiguous', null, 'municipality', null);
};

const some = (rng: PlantingBed['rng']): number => rng.between(0.3, 0.9);

export const cellPlanters: Record<string, Planter> = {
  'credit-line': credit('credit-line', some),
  parentheses: credit('parentheses', some),
  'trailing-minus': credit('trailing-minus', some),
  'credit-exceeds': credit('credit-exceeds', () => 5_000),
  'nbsp-thousands': groupedThousands,
  'decimals-mixed': decimalsMixed,
  'number-ambiguous': ambiguous,
  'day-month': dayMonth,
  'date-1904': calendarOf1904,
  'month-missing': monthLeftOut,
  'off-assortment': offAssortment,
  'price-above-agreed': overpriced,
  extreme,
  'year-to-date': yearToDate,
  'header-renamed': renamed,
  'valer-ambiguous': homonym,
};
