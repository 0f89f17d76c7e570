import { addDays } from '@tallgrunn/values';
import type { CheckContext, OwnRule, Terms } from '@tallgrunn/checks';
import { drawsOf, type Draws } from '../corpus/drawn/draws.ts';
import {
  conditionsCount,
  drawnUnits,
  drawRule,
  type DrawnPeriod,
  type DrawnRow,
  type DrawnRule,
} from './drawn-rules.ts';
import type { CheckedCase } from './corpus.ts';

/** A file under terms with rules of their own. */
export interface OwnRulesFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly terms: Terms;
  readonly context: CheckContext;
  /** the broken rules and their rows, as "rule-1/2"; absent for a file that is not drawn */
  readonly broken?: readonly string[];
}

const SETS = 5;
const ROWS = 40;
const heading = 'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato;Fakturanummer';

const kroner = (ore: number): string => `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, '0')}`;
const tenths = (value: number): string =>
  value % 10 === 0 ? `${value / 10}` : `${Math.floor(value / 10)},${value % 10}`;
const norwegianDate = (day: string): string => day.split('-').reverse().join('.');

interface WrittenRow {
  readonly row: DrawnRow;
  readonly line: string;
}

/** Draws a row; about one value in eight is missing or cannot be read. */
function drawRow(draws: Draws, { items, buyers }: CheckContext, { start, end }: DrawnPeriod): WrittenRow {
  const at = draws.below(items!.number.length);
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
  const known = <T>(value: T): T | null => (draws.chance(88) ? value : null);
  const [full, ore] = [draws.between(10, 200), draws.between(500, 4_000) * 10];
  const [quantity, price] = [known(full), known(ore)];
  const amount = known((full * ore) / 10 + (draws.chance(20) ? draws.between(1, 9_000) : 0));
  const deliveredOn = known(addDays(start, draws.below(days)));
  const unit = known(draws.one(drawnUnits));
  const [item, itemName, invoice] = [
    items!.number[at]!,
    items!.name[at]!,
    draws.chance(80) ? `F${draws.below(50)}` : '',
  ];
  const isQuantityEmpty = quantity === null && draws.chance(50);
  const line = [
    draws.one(buyers!.name),
    item,
    itemName,
    quantity === null ? (isQuantityEmpty ? '' : 'ca 2') : tenths(quantity),
    unit ?? '',
    price === null ? draws.one(['', 'etter avtale']) : kroner(price),
    amount === null ? '' : kroner(amount),
    deliveredOn === null ? draws.one(['', 'snart']) : norwegianDate(deliveredOn),
    invoice,
  ].join(';');
  return { row: { item, itemName, quantity, isQuantityEmpty, unit, price, amount, deliveredOn, invoice }, line };
}

const isUnknown = ({ quantity, unit, price, amount, deliveredOn }: DrawnRow): boolean =>
  [quantity, unit, price, amount, deliveredOn].includes(null);

function fileOf(name: string, rows: readonly WrittenRow[], rules: readonly DrawnRule[], of: CheckedCase): OwnRulesFile {
  return {
    name,
    bytes: Buffer.from([heading, ...rows.map(({ line }) => line)].join('\r\n')),
    terms: { ...of.terms, ownRules: rules.map(({ rule }) => rule) },
    context: of.context,
    broken: rules.flatMap(({ rule, breaks }) =>
      rows.flatMap(({ row }, at) => (breaks(row) ? [`${rule.id}/${at + 2}`] : [])),
    ),
  };
}

/** Draws sets of two or three rules, each with a file that breaks some of them and one that keeps all. */
function drawFiles(of: CheckedCase): OwnRulesFile[] {
  const draws = drawsOf(1);
  const { period } = of.context;
  let next = 0;
  return Array.from({ length: SETS }, (_, set) => {
    const count = draws.between(2, 3);
    const rules = Array.from({ length: count }, () => drawRule(next++ % conditionsCount, draws, period!));
    const rows = Array.from({ length: ROWS }, () => drawRow(draws, of.context, period!));
    const keeping = rows.filter(({ row }) => !rules.some(({ breaks }) => breaks(row)));
    if (!keeping.some(({ row }) => isUnknown(row))) throw new Error(`set ${set} has no unknown value in a kept row`);
    return [
      fileOf(`own-rules-${set}-broken.csv`, rows, rules, of),
      fileOf(`own-rules-${set}-kept.csv`, keeping, rules, of),
    ];
  }).flat();
}

const workbookRules: readonly OwnRule[] = [
  { id: 'few', text: 'Antallet er høyt. Rett det.', severity: 'confirm', expression: 'quantity <= 10' },
  { id: 'cheap', text: 'Prisen er høy. Rett den.', severity: 'blocksRow', expression: 'unitPrice <= 400' },
];

/**
 * Returns drawn files under drawn rules, and a correct workbook under rules that some of its rows break. `read` returns
 * the bytes of a file.
 */
export function withOwnRules(judged: readonly CheckedCase[], read: (name: string) => Uint8Array): OwnRulesFile[] {
  const right = judged.filter(({ verdict }) => verdict.ok && verdict.rows > 2 && verdict.columns.length === 1);
  const workbook = right.find(({ name }) => name.endsWith('.xlsx'))!;
  return [
    ...drawFiles(right.find(({ name }) => name.endsWith('.csv'))!),
    {
      name: `own-rules-in--${workbook.name}`,
      bytes: read(workbook.name),
      terms: { ...workbook.terms, ownRules: workbookRules },
      context: workbook.context,
    },
  ];
}
