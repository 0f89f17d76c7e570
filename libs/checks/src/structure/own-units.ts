import type { Row } from '@tallgrunn/tabular';
import { partOf } from '../cells/cell-parts.ts';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { normaliseUnit, unitHint } from '../plan/units.ts';
import type { FieldRole } from '../terms.ts';
import type { ColumnFormat } from './resolve-formats.ts';

/** Minimum number of lines with a word, and the minimum share at the agreed price. */
const LINES_MIN = 2;
const SHARE_MIN = 0.8;
/** Maximum relative difference from the agreed price. */
const PRICE_SLACK = 0.02;

interface Use {
  readonly text: string;
  readonly unit: string;
  /** whether the price is the agreed one; null when none is agreed */
  readonly isAgreedPrice: boolean | null;
}

/**
 * Returns what a file's own words for units mean: a word that is only used with items of one agreed unit, at the agreed
 * price, where the file has no other word for that unit or the word abbreviates it. A word beside a known one may be a
 * pack or a slip, and is asked about.
 */
export function ownUnits(
  rows: readonly Row[],
  matches: readonly ColumnMatch[],
  formats: ReadonlyMap<number, ColumnFormat>,
  plan: Plan,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const matchOf = (role: FieldRole): ColumnMatch | undefined => matches.find(({ field }) => field.role === role);
  const [item, unit] = [matchOf('itemNumber'), matchOf('unit')];
  const [quantity, amount] = [matchOf('quantity'), matchOf('amount')];
  if (!item || !unit || !quantity || !amount || plan.items.size === 0) return found;
  const numberIn = (row: Row, match: ColumnMatch): number => {
    const sign = row.cells[match.column]?.kind === 'number' ? '.' : (formats.get(match.field.index)?.decimal ?? null);
    return Number(parseNumber(textOf(row, match), sign).value ?? NaN);
  };
  const textOf = (row: Row, { column, part }: ColumnMatch): string => {
    const text = cellText(row.cells[column]).trim();
    return part === undefined ? text : partOf(text, part);
  };
  const uses: Use[] = [];
  const named = new Set<string>();
  for (const row of rows) {
    const text = normaliseUnit(textOf(row, unit));
    const match = text === '' ? null : plan.items.find(textOf(row, item), null, '');
    const agreed = match && plan.units.priceUnit(match.item);
    if (!match || !agreed) continue;
    if (plan.units.read(text) !== null) named.add(agreed);
    else
      uses.push({
        text,
        unit: agreed,
        isAgreedPrice: isAgreed(match.item, numberIn(row, amount) / numberIn(row, quantity), plan),
      });
  }
  for (const [text, list] of Map.groupBy(uses, (use) => use.text)) {
    const [first] = list;
    const priced = list.filter((use) => use.isAgreedPrice !== null);
    const others = uses.filter((use) => use.text !== text && use.unit === first!.unit);
    // An abbreviation of the agreed unit may stand beside other words for it.
    const isOnlyWord = !named.has(first!.unit) && others.length === 0;
    if (
      /^\p{L}/u.test(text) &&
      priced.length >= LINES_MIN &&
      list.every((use) => use.unit === first!.unit) &&
      priced.filter((use) => use.isAgreedPrice).length >= SHARE_MIN * priced.length &&
      (isOnlyWord || unitHint(text)?.unit === first!.unit)
    )
      found.set(text, first!.unit);
  }
  return found;
}

/** Returns whether a price is the agreed one; null when none is agreed. */
function isAgreed(item: number, paid: number, plan: Plan): boolean | null {
  const agreed = plan.prices.on(item, {
    date: plan.period?.start ?? null,
    unit: plan.units.priceUnit(item),
    quantity: NaN,
  });
  return agreed.known ? Math.abs(paid / agreed.value - 1) <= PRICE_SLACK : null;
}
