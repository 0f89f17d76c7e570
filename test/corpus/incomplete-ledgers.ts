import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

/** The drawn defects of one municipality's ledgers. Shares are 0 to 1 of the rows of a month. */
export interface Incompleteness {
  /** Quarters without a ledger, as indexes in the list of quarters. */
  readonly missing: readonly number[];
  /** Number of initial quarters without data, because the municipality joined later. */
  readonly joinsAfter: number;
  /** The last ledger was exported on this day of its last month, or of the month before it. */
  readonly takenOut: { readonly monthsBefore: 0 | 1; readonly day: number } | null;
  /** Share of the rows of each quarter's last month that arrive with the next ledger. */
  readonly trickles: number;
  /** Number of rows in the last ledger that are dated and booked in the following month. */
  readonly stray: number;
}

export const incompleteness: fc.Arbitrary<Incompleteness> = fc.record({
  missing: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 2 }) },
  ),
  joinsAfter: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
  ),
  takenOut: fc.option(
    fc.record({ monthsBefore: fc.constantFrom(0 as const, 1 as const), day: fc.integer({ min: 1, max: 27 }) }),
    { freq: 2 },
  ),
  trickles: fc.oneof(fc.constant(0), fc.double({ min: 0.02, max: 0.3, noNaN: true })),
  stray: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
});

interface Ledger {
  readonly municipality: string;
  readonly quarter: string;
  readonly path: string;
}

/** A voucher's day and accounting period, as in the CSV dialects. */
const DATED = /;(\d\d)\.(\d\d)\.(\d{4});(?:\d{4};)?(\d{6});/;

/**
 * Makes the ledgers in a demo world's folder incomplete as drawn, one draw per municipality in order. Whole ledgers are
 * removed from world.json; rows of CSV ledgers are moved, cut and redated.
 */
export function makeIncomplete(folder: string, drawn: readonly Incompleteness[]): void {
  const file = path.join(folder, 'world.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as { quarters: readonly string[]; ledgers: Ledger[] };
  const municipalities = [...new Set(world.ledgers.map(({ municipality }) => municipality))];
  const kept = municipalities.flatMap((municipality, at) => {
    const how = drawn[at % drawn.length];
    const ledgers = world.ledgers
      .filter((ledger) => ledger.municipality === municipality)
      .toSorted((a, b) => a.quarter.localeCompare(b.quarter));
    if (!how) return ledgers;
    if (ledgers.every(({ path: name }) => name.endsWith('.csv'))) changeRows(folder, ledgers, how);
    return ledgers.filter((_, quarter) => quarter >= how.joinsAfter && !how.missing.includes(quarter));
  });
  writeFileSync(file, JSON.stringify({ ...world, ledgers: kept }));
}

function changeRows(folder: string, ledgers: readonly Ledger[], { takenOut, trickles, stray }: Incompleteness): void {
  for (const [at, ledger] of ledgers.entries()) {
    const next = ledgers[at + 1];
    const rows = new LedgerRows(path.join(folder, ledger.path));
    if (next) {
      const late = rows.take((row) => row.month === lastMonth(ledger.quarter), trickles);
      appendFileSync(path.join(folder, next.path), late.join(''), 'latin1');
    } else {
      if (takenOut)
        rows.take(
          (row) =>
            row.date >
            `${monthBefore(lastMonth(ledger.quarter), takenOut.monthsBefore)}-${String(takenOut.day).padStart(2, '0')}`,
          1,
        );
      rows.strayFrom(stray, monthBefore(lastMonth(ledger.quarter), -1));
    }
    rows.write();
  }
}

const lastMonth = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`;
const monthBefore = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};

/** The rows of a CSV ledger as text, byte for byte. */
class LedgerRows {
  readonly #heading: string;
  #rows: string[];

  constructor(private readonly file: string) {
    if (!existsSync(file)) throw new Error(`No ledger ${path.basename(file)}.`);
    [this.#heading = '', ...this.#rows] = readFileSync(file, 'latin1').match(/[^\n]*\n|[^\n]+$/g) ?? [];
    if (!this.#rows.some((row) => DATED.test(row)))
      throw new Error(`No row of ${path.basename(file)} has a date and a period.`);
  }

  /** Removes an evenly spread share of the matching rows, and returns them. */
  take(isAsked: (row: { month: string; date: string }) => boolean, share: number): string[] {
    let due = 0;
    const removedRows = this.#rows.filter((row) => {
      const [, day, month, year, period] = DATED.exec(row) ?? [];
      if (!period || !isAsked({ month: `${period.slice(0, 4)}-${period.slice(4)}`, date: `${year}-${month}-${day}` }))
        return false;
      due += share;
      if (due < 1) return false;
      due -= 1;
      return true;
    });
    const gone = new Set(removedRows);
    this.#rows = this.#rows.filter((row) => !gone.has(row));
    return removedRows;
  }

  /** Books the last `count` rows in another month. */
  strayFrom(count: number, month: string): void {
    if (count === 0) return;
    const period = month.replace('-', '');
    this.#rows = this.#rows.map((row, at) =>
      at < this.#rows.length - count
        ? row
        : row.replace(DATED, (whole) =>
            whole
              .replace(/\d\d\.\d\d\.\d{4}/, `03.${month.slice(5)}.${month.slice(0, 4)}`)
              .replace(/;\d{4};(?=\d{6};)/, `;${month.slice(0, 4)};`)
              .replace(/\d{6};$/, `${period};`),
          ),
    );
  }

  write(): void {
    writeFileSync(this.file, this.#heading + this.#rows.join(''), 'latin1');
  }
}
