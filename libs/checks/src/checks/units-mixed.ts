import type { Say } from '../check.ts';
import { defineCheck } from '../check.ts';
import type { Place } from '../finding.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/compile-plan.ts';
import { placeOf } from '../places.ts';
import { packInPrice } from '../reading/line-arithmetic.ts';

const itemsMax = 100_000;
const heldMax = 20;

/** A line in another unit than the usual one, seen before anything told that there are two. */
interface Held {
  readonly place: Place;
  readonly found: string;
  readonly unit: string;
  readonly item: number;
  readonly name: string;
  readonly amount: number;
}

interface Units {
  /** the unit the price is for, else the one seen first */
  readonly usual: string;
  usualSeen: boolean;
  readonly held: Held[];
}

function hold(line: Line, unit: string, name: string): Held {
  const column = line.readings[line.sheet.table.role.unit!]?.column ?? -1;
  return { place: placeOf(line.sheet, line.row, column), found: line.unitText, unit, item: line.item, name, amount: line.amount };
}

function tell(held: Held, usual: string, key: string, plan: Plan, say: Say): void {
  const factor = held.item < 0 ? null : plan.units.factor(held.item, held.unit, usual);
  const { place, found, amount, name, unit } = held;
  say({ place, found, expected: usual, cause: key, params: { item: name, unit, other: usual, factor: factor === null ? '' : Number(factor.toPrecision(6)) }, ...(Number.isNaN(amount) ? {} : { amount }) });
}

export const unitsMixed = defineCheck({
  id: 'units-mixed',
  class: 51,
  severity: 'confirm',
  roles: ['unit'],
  run: ({ plan, say }) => {
    const items = new Map<string, Units>();
    return {
      line: (line) => {
        const key = line.itemNumber || line.gtin;
        if (line.unit === null || key === '' || line.kind === 'fee' || line.kind === 'deposit') return;
        let units = items.get(key);
        if (!units) {
          if (items.size >= itemsMax) return;
          units = { usual: (line.item < 0 ? null : plan.units.priceUnit(line.item)) ?? line.unit, usualSeen: false, held: [] };
          items.set(key, units);
        }
        if (line.unit === units.usual) {
          units.usualSeen = true;
          if (units.held.length > 0) for (const each of units.held.splice(0)) tell(each, units.usual, key, plan, say);
        } else if (!packInPrice(line, plan)) {
          const held = hold(line, line.unit, line.itemName || key);
          if (units.usualSeen) tell(held, units.usual, key, plan, say);
          else if (units.held.length < heldMax) units.held.push(held);
        }
      },
      end: () => {
        // Never in the agreed unit, but in two others: those after the first differ from it.
        for (const [key, { held }] of items) {
          const first = held[0];
          if (first) for (const each of held.filter(({ unit }) => unit !== first.unit)) tell(each, first.unit, key, plan, say);
        }
      },
    };
  },
});
