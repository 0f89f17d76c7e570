import type { Say } from '../check.ts';
import { defineCheck } from '../check.ts';
import type { Place } from '../finding.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { placeOf } from '../places.ts';
import { packInPrice } from '../reading/line-arithmetic.ts';

const itemsMax = 100_000;
const heldMax = 20;
/** Number of lines in one unit that make it the usual unit of an item without an agreed one. */
const usualFrom = 4;

/** A line in another unit than the usual one, or a line read before the usual unit was known. */
interface Held {
  readonly place: Place;
  readonly found: string;
  readonly unit: string;
  readonly item: number;
  readonly name: string;
  readonly amount: number;
}

interface Units {
  /** the unit of the agreed price, otherwise the most frequent one; null until then */
  usual: string | null;
  usualSeen: boolean;
  readonly held: Held[];
}

function hold(line: Line, unit: string, name: string): Held {
  const column = line.readings[line.sheet.table.role.unit!]?.column ?? -1;
  return {
    place: placeOf(line.sheet, line.row, column),
    found: line.unitText,
    unit,
    item: line.item,
    name,
    amount: line.amount,
  };
}

function tell(held: Held, usual: string, key: string, plan: Plan, say: Say): void {
  const factor = held.item < 0 ? null : plan.units.factor(held.item, held.unit, usual);
  const { place, found, amount, name, unit } = held;
  say({
    place,
    found,
    expected: usual,
    cause: key,
    params: { item: name, unit, other: usual, factor: factor === null ? '' : Number(factor.toPrecision(6)) },
    ...(Number.isNaN(amount) ? {} : { amount }),
  });
}

const timesIn = (held: readonly Held[], unit: string): number => held.filter((each) => each.unit === unit).length;
const mostFrequent = (held: readonly Held[]): string =>
  held.reduce((best, { unit }) => (timesIn(held, unit) > timesIn(held, best) ? unit : best), held[0]!.unit);

export const unitsMixed = defineCheck({
  id: 'units-mixed',
  class: 51,
  severity: 'confirm',
  roles: ['unit'],
  run: ({ plan, say }) => {
    const items = new Map<string, Units>();
    const settle = (units: Units, usual: string, key: string): void => {
      units.usual = usual;
      units.usualSeen = true;
      for (const each of units.held.splice(0)) if (each.unit !== usual) tell(each, usual, key, plan, say);
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
          if (units.held.length > 0) settle(units, line.unit, key);
        } else if (!packInPrice(line, plan)) {
          const held = hold(line, line.unit, line.itemName || key);
          if (units.usual !== null && units.usualSeen) tell(held, units.usual, key, plan, say);
          else if (units.held.length < heldMax) units.held.push(held);
          if (units.usual === null && timesIn(units.held, line.unit) >= usualFrom) settle(units, line.unit, key);
        }
      },
      end: () => {
        // No line has the agreed unit, or there are too few lines to decide: take the most frequent unit, and of two
        // equally frequent ones the first.
        for (const [key, units] of items) if (units.held.length > 0) settle(units, mostFrequent(units.held), key);
      },
    };
  },
});
