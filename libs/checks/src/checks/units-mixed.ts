import type { ReportFinding } from '../check.ts';
import { defineCheck } from '../check.ts';
import type { FindingLocation } from '../finding.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { locationOf } from '../places.ts';
import { fitsOwnUnit, packInPrice } from '../reading/line-arithmetic.ts';

const itemsMax = 100_000;
const PENDING_LINES_MAX = 20;
/** Number of lines in one unit that make it the usual unit of an item without an agreed one. */
const USUAL_UNIT_LINES_MIN = 4;

/** A line in another unit than the usual one, or a line read before the usual unit was known. */
interface PendingLine {
  readonly place: FindingLocation;
  readonly found: string;
  readonly unit: string;
  readonly item: number;
  readonly name: string;
  readonly amount: number;
  /** the price is the agreed one for the line's own unit, which bears the unit out */
  readonly fits: boolean;
}

interface ItemUnits {
  /** the unit of the agreed price, otherwise the most frequent one; null until then */
  usual: string | null;
  usualSeen: boolean;
  readonly held: PendingLine[];
}

function pendingLineOf(line: Line, unit: string, name: string, fits: boolean): PendingLine {
  const column = line.readings[line.sheet.table.role.unit!]?.column ?? -1;
  return {
    place: locationOf(line.sheet, line.row, column),
    found: line.unitText,
    unit,
    item: line.item,
    name,
    amount: line.amount,
    fits,
  };
}

function reportUnit(
  pending: PendingLine,
  usual: string,
  key: string,
  { plan, say, tell }: { plan: Plan; say: ReportFinding; tell: ReportFinding },
): void {
  const factor = pending.item < 0 ? null : plan.units.factor(pending.item, pending.unit, usual);
  const { place, found, amount, name, unit, fits } = pending;
  (fits ? tell : say)({
    place,
    found,
    expected: usual,
    cause: key,
    params: { item: name, unit, other: usual, factor: factor === null ? '' : Number(factor.toPrecision(6)) },
    ...(Number.isNaN(amount) ? {} : { amount }),
  });
}

const countInUnit = (pending: readonly PendingLine[], unit: string): number =>
  pending.filter((each) => each.unit === unit).length;
const mostFrequent = (pending: readonly PendingLine[]): string =>
  pending.reduce(
    (best, { unit }) => (countInUnit(pending, unit) > countInUnit(pending, best) ? unit : best),
    pending[0]!.unit,
  );

export const unitsMixed = defineCheck({
  id: 'units-mixed',
  class: 51,
  severity: 'confirm',
  roles: ['unit'],
  run: ({ plan, say, tell }) => {
    const setup = { plan, say, tell };
    const items = new Map<string, ItemUnits>();
    const resolveUsualUnit = (units: ItemUnits, usual: string, key: string): void => {
      units.usual = usual;
      units.usualSeen = true;
      for (const each of units.held.splice(0)) if (each.unit !== usual) reportUnit(each, usual, key, setup);
    };
    return {
      line: (line) => {
        const key = line.itemNumber || line.gtin;
        if (line.unit === null || key === '' || line.kind === 'fee' || line.kind === 'deposit') return;
        let units = items.get(key);
        if (!units) {
          if (items.size >= itemsMax) return;
          units = { usual: line.item < 0 ? null : plan.units.priceUnit(line.item), usualSeen: false, held: [] };
          items.set(key, units);
        }
        if (line.unit === units.usual) {
          units.usualSeen = true;
          if (units.held.length > 0) resolveUsualUnit(units, line.unit, key);
        } else if (!packInPrice(line, plan)) {
          const pending = pendingLineOf(line, line.unit, line.itemName || key, fitsOwnUnit(line, plan));
          if (units.usual !== null && units.usualSeen) reportUnit(pending, units.usual, key, setup);
          else if (units.held.length < PENDING_LINES_MAX) units.held.push(pending);
          if (units.usual === null && countInUnit(units.held, line.unit) >= USUAL_UNIT_LINES_MIN)
            resolveUsualUnit(units, line.unit, key);
        }
      },
      end: () => {
        // No line has the agreed unit, or there are too few lines to decide: take the most frequent unit, and of two
        // equally frequent ones the first.
        for (const [key, units] of items)
          if (units.held.length > 0) resolveUsualUnit(units, mostFrequent(units.held), key);
      },
    };
  },
});
