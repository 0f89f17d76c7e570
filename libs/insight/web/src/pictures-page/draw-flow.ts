import type { PivotDto } from '@tallgrunn/api-client/shapes';
import { bases, type DataBasis } from '../filter/filter-values.ts';

/** Categories of the picture at most; the others are one group. */
export const FLOW_CATEGORIES_MAX = 8;

/** Booked amounts of a category by what is known of them, in the order of `bases`. */
export interface FlowSource {
  readonly key: string | null;
  /** True for the sum of the categories that are not shown alone. */
  readonly isRest: boolean;
  readonly amount: number;
  readonly parts: readonly number[];
}

export interface Flow {
  /** The largest categories first, the rest last. */
  readonly sources: readonly FlowSource[];
  /** Amount of each basis, in the order of `bases`. */
  readonly targets: readonly number[];
  readonly total: number;
  /** The category with the largest amount that is not known by item or quantity; null if all is known. */
  readonly leastKnown: { readonly source: FlowSource; readonly amount: number } | null;
}

const KNOWN: readonly DataBasis[] = ['item', 'quantity'];

/**
 * Arranges a pivot with bases as rows and categories as columns. Amounts below zero, where credit notes exceed purchases,
 * have no width and count as zero.
 */
export function flowOf({ columns, cells }: Pick<PivotDto, 'columns' | 'cells'>): Flow {
  const amountOf = (basis: DataBasis, category: string | null): number =>
    Math.max(0, Number(cells.find((cell) => cell.row === basis && cell.column === category)?.booked ?? 0));
  const all = columns
    .map(({ key }) =>
      sourceOf(
        key,
        bases.map((basis) => amountOf(basis, key)),
      ),
    )
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount);
  const rest = all.slice(FLOW_CATEGORIES_MAX);
  const sources =
    rest.length > 1 ? [...all.slice(0, FLOW_CATEGORIES_MAX), { ...sourceOf(null, sumsOf(rest)), isRest: true }] : all;
  const targets = sumsOf(sources);
  const unknown = sources
    .filter(({ isRest }) => !isRest)
    .map((source) => ({
      source,
      amount: source.parts.reduce((sum, part, at) => sum + (KNOWN.includes(bases[at]!) ? 0 : part), 0),
    }))
    .toSorted((a, b) => b.amount - a.amount)[0];
  return {
    sources,
    targets,
    total: targets.reduce((sum, amount) => sum + amount, 0),
    leastKnown: unknown && unknown.amount > 0 ? unknown : null,
  };
}

const sourceOf = (key: string | null, parts: readonly number[]): FlowSource => ({
  key,
  isRest: false,
  amount: parts.reduce((sum, part) => sum + part, 0),
  parts,
});

const sumsOf = (sources: readonly FlowSource[]): number[] =>
  bases.map((_, at) => sources.reduce((sum, { parts }) => sum + (parts[at] ?? 0), 0));

/** A node of the drawing, px: its bar, and the lines of its label above it. */
export interface FlowNode {
  readonly y: number;
  readonly height: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

export interface FlowBand {
  /** Index of its basis. */
  readonly target: number;
  readonly path: string;
}

export interface FlowDrawing {
  readonly sources: readonly FlowNode[];
  readonly targets: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
  readonly height: number;
}

/** Height of all bars of one side together, px. */
const BARS = 300;
const LINE = 18;
const GAP = 10;
/** Smallest height of a bar that stands for something, px. */
const BAR_MIN = 1;
export const FLOW_BAR = 12;

/** Lays out both sides and the bands between them. The same amount has the same height on both sides. */
export function layFlow(
  flow: Flow,
  width: number,
  labels: { readonly sources: readonly (readonly string[])[]; readonly targets: readonly (readonly string[])[] },
): FlowDrawing {
  const scale = flow.total > 0 ? BARS / flow.total : 0;
  const sources = stack(
    flow.sources.map(({ amount }) => amount),
    labels.sources,
    scale,
  );
  const targets = stack(flow.targets, labels.targets, scale);
  const from = sources.map(({ y }) => y);
  const to = targets.map(({ y }) => y);
  const bands = flow.sources.flatMap(({ parts }, source) =>
    parts.flatMap((part, target): FlowBand[] => {
      if (part <= 0) return [];
      const height = part * scale;
      const [start, end] = [from[source] ?? 0, to[target] ?? 0];
      from[source] = start + height;
      to[target] = end + height;
      return [{ target, path: bandPath({ start, end, height, width }) }];
    }),
  );
  const last = (nodes: readonly FlowNode[]) => Math.max(0, ...nodes.map(({ y, height }) => y + height));
  return { sources, targets, bands, height: Math.max(last(sources), last(targets)) + GAP };
}

function stack(amounts: readonly number[], labels: readonly (readonly string[])[], scale: number): FlowNode[] {
  let y = 0;
  return amounts.map((amount, at) => {
    const lines = (labels[at] ?? []).map((text, line) => ({ text, y: y + LINE * (line + 1) - 4 }));
    const top = y + lines.length * LINE;
    const height = amount > 0 ? Math.max(BAR_MIN, amount * scale) : 0;
    y = top + height + GAP;
    return { y: top, height, lines };
  });
}

const px = (value: number): string => String(Number(value.toFixed(2)));

function bandPath({
  start,
  end,
  height,
  width,
}: {
  start: number;
  end: number;
  height: number;
  width: number;
}): string {
  const [left, right, middle] = [FLOW_BAR, width - FLOW_BAR, width / 2].map(px);
  const [a, b, c, d] = [start, end, end + height, start + height].map(px);
  return `M${left} ${a}C${middle} ${a} ${middle} ${b} ${right} ${b}V${c}C${middle} ${c} ${middle} ${d} ${left} ${d}Z`;
}
