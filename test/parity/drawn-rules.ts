import type { OwnRule } from '@tallgrunn/checks';
import type { Draws } from '../corpus/drawn/draws.ts';

/** The values of one drawn row; null where nothing can be read. */
export interface DrawnRow {
  readonly item: string;
  readonly itemName: string;
  /** tenths of a unit */
  readonly quantity: number | null;
  readonly isQuantityEmpty: boolean;
  readonly unit: string | null;
  /** øre, a whole number of ten */
  readonly price: number | null;
  /** øre */
  readonly amount: number | null;
  /** ISO date */
  readonly deliveredOn: string | null;
  readonly invoice: string;
}

/** A rule, and whether a row breaks it, decided without the expression. */
export interface DrawnRule {
  readonly rule: OwnRule;
  readonly breaks: (row: DrawnRow) => boolean;
}

export interface DrawnPeriod {
  readonly start: string;
  /** the day after the last */
  readonly end: string;
}

type Condition = Pick<OwnRule, 'expression'> & Pick<DrawnRule, 'breaks'>;

export const drawnUnits = ['kg', 'stk', 'pk'];
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Conditions of all kinds: comparison, `if`, `in`, `or`, functions of text and dates, division and empty cells. */
const conditions: readonly ((draws: Draws, period: DrawnPeriod) => Condition)[] = [
  (draws) => {
    const most = draws.between(100, 300);
    return {
      expression: `unitPrice <= ${most}.5`,
      breaks: ({ price }) => price !== null && price > most * 100 + 50,
    };
  },
  (draws) => {
    const [own, least] = [draws.one(drawnUnits), draws.between(3, 9)];
    return {
      expression: `if unit = "${own.toUpperCase()}" then quantity >= ${least}`,
      breaks: ({ unit, quantity }) => unit === own && quantity !== null && quantity < least * 10,
    };
  },
  () => ({
    expression: 'round(quantity * unitPrice, 2) = amount',
    breaks: ({ quantity, price, amount }) =>
      quantity !== null && price !== null && amount !== null && quantity * price !== amount * 10,
  }),
  (draws) => {
    const other = draws.one(drawnUnits);
    const listed = drawnUnits.filter((each) => each !== other);
    return {
      expression: `unit in (${listed.map((each) => `"${each}"`).join(', ')})`,
      breaks: ({ unit }) => unit !== null && !listed.includes(unit),
    };
  },
  () => ({ expression: 'not isEmpty(invoiceNumber)', breaks: ({ invoice }) => invoice === '' }),
  (draws) => {
    const most = draws.between(100, 300);
    return {
      expression: `isEmpty(quantity) or quantity > 0 and amount / quantity < ${most}`,
      breaks: ({ quantity, amount }) => quantity !== null && amount !== null && amount >= most * quantity * 10,
    };
  },
  (draws, { start }) => {
    const [month, letter] = [Number(start.slice(5, 7)), draws.one(['k', 'm', 's'])];
    return {
      expression: `month(deliveredOn) != ${month} or not startsWith(itemName, "${letter}")`,
      breaks: ({ deliveredOn, itemName }) =>
        deliveredOn !== null &&
        Number(deliveredOn.slice(5, 7)) === month &&
        itemName.trim().toLowerCase().startsWith(letter),
    };
  },
  (draws, { end }) => {
    const least = draws.between(5, 20);
    return {
      expression: `days(deliveredOn, "${end}") >= ${least}`,
      breaks: ({ deliveredOn }) => deliveredOn !== null && daysBetween(deliveredOn, end) < least,
    };
  },
];
export const conditionsCount = conditions.length;

/** Draws a rule with the condition of that index. */
export function drawRule(index: number, draws: Draws, period: DrawnPeriod): DrawnRule {
  const { expression, breaks } = conditions[index]!(draws, period);
  const severity = draws.one(['blocksRow', 'confirm', 'info'] as const);
  const text = `Regel ${index + 1} er ikke oppfylt. Rett raden.`;
  return {
    breaks,
    rule: {
      id: `rule-${index + 1}`,
      text: draws.chance(50)
        ? text
        : {
            nb: text,
            nn: `Regel ${index + 1} er ikkje oppfylt. Rett rada.`,
            en: `Rule ${index + 1}: correct the row.`,
          },
      severity,
      expression,
      ...(draws.chance(30) && { table: 'lines' }),
      ...(severity === 'blocksRow' && draws.chance(50) && { overridable: true }),
    },
  };
}
