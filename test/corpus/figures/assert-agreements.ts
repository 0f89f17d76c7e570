import { fetchFigures, differences, download, type FigureSource, type Difference } from './asking.ts';
import { readAgreedRows, type AgreedLine, type AgreedRows } from './agreed-rows.ts';
import { forecastMaximum, type Forecast } from './foretell.ts';
import { decimal, micro, total } from './micro.ts';
import { monthAfter } from './periods.ts';
import { readWorkbook, type SheetRow } from './read-workbook.ts';

interface Totals {
  readonly booked: string;
  readonly reported: string;
}
interface UseMonth {
  readonly month: string;
  readonly reported: string;
  readonly booked: string;
}
interface Use {
  readonly basis: 'reported' | 'booked';
  readonly used: string;
  readonly booked: string;
  readonly bookedBySupplier: string;
  readonly reported: string;
  readonly months: readonly UseMonth[];
  readonly forecast: Readonly<Record<string, unknown>>;
}

/**
 * Compares the use of each agreement: its page, the combined table, the forecast of its maximum and the pack for the
 * next agreement.
 */
export function verifyAgreements(source: () => FigureSource): void {
  let read: Promise<AgreedRows> | undefined;
  const agreedRows = (): Promise<AgreedRows> => (read ??= readAgreedRows(source().query));

  it('says one figure for what is used of each agreement', async () => {
    const [at, wrong] = [source(), [] as Difference[]];
    for (const { id, number } of at.reckoned.rows.agreements) {
      const { use } = await fetchFigures<{ use: Use }>(at, `/agreements/${id}/utilisation`);
      const { reported, bySupplier } = at.reckoned.bookedUnder(id);
      const totals = (query: string) => fetchFigures<Totals>(at, `/combined/totals?${query}`);
      const [booked, told, filtered] = [
        await totals(`usedOn=${id}&usedAs=booked`),
        await totals(`usedOn=${id}&usedAs=reported`),
        await totals(`agreementId=${id}&scope=purchases`),
      ];
      wrong.push(
        ...differences([
          [`booked, use of ${number}`, use.booked, reported + bySupplier],
          [`by supplier, use of ${number}`, use.bookedBySupplier, bySupplier],
          [`booked, combined table of ${number}`, booked.booked, reported + bySupplier],
          [`booked, combined table narrowed to ${number}`, filtered.booked, reported + bySupplier],
          [`reported, combined table narrowed to ${number}`, filtered.reported, at.reckoned.reportedUnder(id)],
          [`reported, use of ${number}`, use.reported, at.reckoned.reportedUnder(id)],
          [`reported, combined table of ${number}`, told.reported, at.reckoned.reportedUnder(id)],
        ]),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('says month by month what was called off, and adds it up', async () => {
    const [at, agreed, wrong] = [source(), await agreedRows(), [] as Difference[]];
    for (const { id, number } of at.reckoned.rows.agreements) {
      const { use } = await fetchFigures<{ use: Use }>(at, `/agreements/${id}/utilisation`);
      const [reported, booked] = [monthsOf(agreed, id), at.reckoned.bookedByMonth(id)];
      for (const month of new Set([...reported.keys(), ...booked.keys(), ...use.months.map((each) => each.month)])) {
        const told = use.months.find((each) => each.month === month);
        wrong.push(
          ...differences([
            [`reported ${month} under ${number}`, told?.reported, reported.get(month) ?? 0n],
            [`booked ${month} under ${number}`, told?.booked, booked.get(month) ?? 0n],
          ]),
        );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('foretells each maximum from the complete months, with the first and the last day it may be reached', async () => {
    const [at, agreed, wrong] = [source(), await agreedRows(), [] as unknown[]];
    for (const { id, number } of at.reckoned.rows.agreements) {
      const { use } = await fetchFigures<{ use: Use }>(at, `/agreements/${id}/utilisation`);
      const wanted = forecastMaximum(pastOf(at, agreed, id, use.basis));
      const said = Object.fromEntries(Object.keys(wanted).map((field) => [field, use.forecast[field]]));
      if (!Object.entries(wanted).every(([field, value]) => isEstimate(said[field], value)))
        wrong.push([number, said, wanted]);
    }
    expect(wrong).toEqual([]);
  });

  it('has the volumes of the last twelve months in the pack for the next competition, by buyer and in sum', async () => {
    const [at, agreed, wrong] = [source(), await agreedRows(), [] as Difference[]];
    for (const { id, number } of at.reckoned.rows.agreements) {
      const pack = await readWorkbook(await download(at, `/agreements/${id}/retender-pack?language=en&prices=shown`));
      const [form = [], sites = [], outside = []] = ['Price form', 'By delivery place', 'Outside the assortment'].map(
        (name) => pack.get(name),
      );
      const volumes = volumesOf(at, agreed, id);
      const sumOf = (rows: readonly SheetRow[], head: string) =>
        decimal(total(rows.map((row) => micro(row[head] || '0'))), 6);
      wrong.push(
        ...differences([
          [
            `volumes of ${number}`,
            sumOf(form, 'Total volume'),
            total(volumes.filter(({ item }) => item !== null).map(({ quantity }) => micro(quantity!))),
            6,
          ],
          [
            `volumes by place of ${number}`,
            sumOf(sites, 'Volume'),
            total(volumes.filter(({ item }) => item !== null).map(({ quantity }) => micro(quantity!))),
            6,
          ],
          [
            `volumes outside the assortment of ${number}`,
            sumOf(outside, 'Volume'),
            total(volumes.filter(({ item }) => item === null).map(({ quantity }) => micro(quantity!))),
            6,
          ],
          [
            `kroner outside the assortment of ${number}`,
            sumOf(outside, 'Amount ex VAT'),
            total(volumes.filter(({ item }) => item === null).map(({ amount }) => amount ?? 0n)),
            2,
          ],
        ]),
      );
      for (const { id: buyer, name } of at.rows.buyers) {
        const own = total(
          volumes.filter((line) => line.buyer === buyer && line.item !== null).map(({ quantity }) => micro(quantity!)),
        );
        wrong.push(
          ...differences([
            [`volumes of ${name} under ${number}`, sumOf(form, name), own, 6],
            [
              `volumes by place of ${name} under ${number}`,
              sumOf(
                sites.filter((row) => row['Customer'] === name),
                'Volume',
              ),
              own,
              6,
            ],
          ]),
        );
      }
    }
    expect(wrong).toEqual([]);
  });
}

/**
 * Returns true if the estimate equals the expected value. Float sums differ by their order, so an øre or a day of
 * difference is accepted.
 */
function isEstimate(said: unknown, wanted: Forecast[keyof Forecast]): boolean {
  if (typeof said !== 'string' || typeof wanted !== 'string') return JSON.stringify(said) === JSON.stringify(wanted);
  if (/^-?\d+\.\d+$/.test(wanted)) return Math.abs(Number(said) - Number(wanted)) < 0.015;
  if (/^\d{4}-\d{2}-\d{2}$/.test(wanted)) return Math.abs(Date.parse(said) - Date.parse(wanted)) <= 86_400_000;
  return said === wanted;
}

/** Returns delivered NOK by month, from the reports in force. */
function monthsOf({ lines }: AgreedRows, agreement: string): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { day, amount } of lines.filter(
    (line) => line.agreement === agreement && line.isAdded && line.amount !== null,
  ))
    sums.set(day.slice(0, 7), (sums.get(day.slice(0, 7)) ?? 0n) + amount!);
  return sums;
}

function pastOf(
  { reckoned, rows, today }: FigureSource,
  { terms, obligations, participations, openings, lines }: AgreedRows,
  agreement: string,
  basis: 'reported' | 'booked',
) {
  const { maximum, startsOn, endsOn, suppliers } = terms.get(agreement)!;
  const stated = openings.filter((one) => one.agreement === agreement);
  const isStated = (supplier: string | null, month: string) =>
    stated.some((one) => one.supplier === supplier && month < one.before);
  const counted =
    basis === 'booked'
      ? reckoned
          .usedUnder(agreement)
          .map(({ line, amount }) => ({ supplier: line.supplier, month: line.month, amount }))
      : lines
          .filter((line) => line.agreement === agreement && line.isAdded && line.amount !== null)
          .map(({ supplier, day, amount }) => ({ supplier, month: day.slice(0, 7), amount: amount! }));
  const sums = new Map<string, bigint>();
  for (const { supplier, month, amount } of counted)
    if (!isStated(supplier, month)) sums.set(month, (sums.get(month) ?? 0n) + amount);
  const own = obligations.filter((obligation) => obligation.agreement === agreement);
  const taking = participations.filter((one) => one.agreement === agreement);
  const isHere = {
    // True if every required report of the month is in.
    reported: (month: string) => {
      const asked = own.filter(
        ({ from, until }) =>
          from.slice(0, 7) <= month &&
          month < (until.slice(8) === '01' ? until.slice(0, 7) : monthAfter(until.slice(0, 7))),
      );
      return asked.length > 0 && asked.every(({ isIn }) => isIn);
    },
    // True if the ledgers of all participating buyers are complete.
    booked: (month: string) =>
      taking.length > 0 &&
      [...rows.complete.values()].some((months) => months.has(month)) &&
      taking.every(
        ({ buyer, from, until }) =>
          month < from.slice(0, 7) ||
          (until !== null && month > until.slice(0, 7)) ||
          (rows.complete.get(buyer)?.has(month) ?? false),
      ),
  }[basis];
  const months = Array.from({ length: 600 }, (_, at) => monthAfter('2000-01', at));
  return {
    amounts: new Map(
      [...sums].filter(([, amount]) => amount !== 0n).map(([month, amount]) => [month, Number(decimal(amount))]),
    ),
    complete: new Set(months.filter(isHere)),
    opening:
      stated.length === 0
        ? null
        : {
            amount: Number(decimal(total(stated.map(({ amount }) => amount)))),
            before: stated.map(({ before }) => before).sort()[0]!,
            isWhole: [...suppliers].every((supplier) => stated.some((one) => one.supplier === supplier)),
          },
    maximum: maximum === null ? null : Number(decimal(maximum)),
    ...{ startsOn, endsOn, today },
  };
}

/** Returns item lines minus credits of twelve whole months, up to the last past month with data. */
function volumesOf({ today }: FigureSource, { lines }: AgreedRows, agreement: string): AgreedLine[] {
  const own = lines.filter((line) => line.agreement === agreement);
  const last = own
    .map(({ day }) => day.slice(0, 7))
    .filter((month) => month < today.slice(0, 7))
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const first = monthAfter(last, -11);
  return own.filter(
    ({ day, kind, quantity }) =>
      day.slice(0, 7) >= first &&
      day.slice(0, 7) <= last &&
      (kind === 'goods' || kind === 'credit') &&
      quantity !== null,
  );
}
