import { feeKind, unitFactor, unitsIn, type CheckContext, type PackStep } from '@tallgrunn/checks';
import { compare, sum, type DecimalText } from '@tallgrunn/values';
import { itemFinder, unitKey } from './find-agreed-item.ts';
import type { InvoiceLineGroup } from './load-invoice-lines.ts';

/** The facts an invoice line must state to become a report line, most decisive first. */
export const qualities = ['item', 'quantity', 'unit', 'price'] as const;
export type Quality = (typeof qualities)[number];

/** Line count and sum of absolute amounts in NOK. */
export interface QualityShare {
  readonly lines: number;
  readonly amount: DecimalText;
}

export interface MonthQuality {
  readonly month: string;
  readonly all: QualityShare;
  /** lines that state every fact */
  readonly good: QualityShare;
}

/** A missing fact, with the largest line that lacks it. */
export interface QualityGap extends QualityShare {
  readonly quality: Quality;
  readonly example: {
    readonly invoice: string | null;
    readonly name: string | null;
    readonly buyer: string;
    readonly found: string | null;
  };
}

export type InvoiceQualityLevel = 'enough' | 'nearly' | 'not-enough' | 'none';

export interface InvoiceQuality {
  readonly verdict: InvoiceQualityLevel;
  readonly all: QualityShare;
  readonly good: QualityShare;
  /** lines that state this fact */
  readonly each: (QualityShare & { readonly quality: Quality })[];
  readonly months: MonthQuality[];
  readonly gaps: QualityGap[];
}

/** Minimum shares of the amount for which invoices alone are enough for a report, and nearly enough. */
const ENOUGH = 0.95;
const NEARLY = 0.75;

/**
 * Assesses whether invoice lines suffice for a report: they must name an agreed item, a quantity, a unit that converts
 * to the agreed one, and a price.
 */
export function assessInvoices(groups: readonly InvoiceLineGroup[], context: CheckContext): InvoiceQuality {
  const lacksOf = missingQualities(context);
  const assessed = groups.map((sort) => ({ sort, lacking: lacksOf(sort) }));
  const [all, good] = [shareOf(assessed), shareOf(assessed.filter(({ lacking: missing }) => missing.length === 0))];
  const months = [...Map.groupBy(assessed, ({ sort }) => sort.month)].map(([month, own]) => ({
    month,
    all: shareOf(own),
    good: shareOf(own.filter(({ lacking: missing }) => missing.length === 0)),
  }));
  const gaps = qualities.flatMap((quality): QualityGap[] => {
    const own = assessed
      .filter(({ lacking: missing }) => missing.includes(quality))
      .sort((a, b) => compare(b.sort.amount, a.sort.amount));
    const first = own[0];
    return first
      ? [{ quality, ...shareOf(own), example: { ...first.sort.example, found: statedValue(first.sort, quality) } }]
      : [];
  });
  return {
    verdict: qualityLevel(all, good),
    all,
    good,
    each: qualities.map((quality) => ({
      quality,
      ...shareOf(assessed.filter(({ lacking: missing }) => !missing.includes(quality))),
    })),
    months: months.sort((a, b) => a.month.localeCompare(b.month)),
    gaps: gaps.sort((a, b) => compare(b.amount, a.amount)),
  };
}

type AssessedGroups = readonly { readonly sort: InvoiceLineGroup }[];
const shareOf = (assessed: AssessedGroups): QualityShare => ({
  lines: assessed.reduce((lines, { sort }) => lines + sort.lines, 0),
  amount: assessed.length === 0 ? '0' : sum(assessed.map(({ sort }) => sort.amount)),
});

function qualityLevel(all: QualityShare, good: QualityShare): InvoiceQualityLevel {
  if (all.lines === 0) return 'none';
  const share = compare(all.amount, '0') > 0 ? Number(good.amount) / Number(all.amount) : good.lines / all.lines;
  return share >= ENOUGH ? 'enough' : share >= NEARLY ? 'nearly' : 'not-enough';
}

/**
 * Returns a function that lists the facts a line lacks. Freight, fees and deposits need only an amount. The unit must
 * convert to the agreed unit of the item; for an item that is not agreed, it must be a known unit.
 */
function missingQualities(context: CheckContext): (sort: InvoiceLineGroup) => Quality[] {
  const itemOf = itemFinder(context);
  const fits = unitFits(context);
  return (sort) => {
    if (feeKind(sort.example.name ?? '') !== null) return [];
    const item = itemOf(sort);
    return [
      ...(item === undefined ? (['item'] as const) : []),
      ...(sort.quantity ? [] : (['quantity'] as const)),
      ...(sort.unit !== null && fits(sort.unit, item) ? [] : (['unit'] as const)),
      ...(sort.price ? [] : (['price'] as const)),
    ];
  };
}

function unitFits({ items, units }: CheckContext): (unit: string, item: number | undefined) => boolean {
  const chains = new Map<number | null, PackStep[]>();
  units?.item.forEach((item, at) =>
    chains.set(item, [
      ...(chains.get(item) ?? []),
      { unit: keyOf(units.unit[at]!), holds: units.factor[at]!, to: keyOf(units.to[at]!) },
    ]),
  );
  return (unit, item) => {
    const [from, agreed] = [keyOf(unit), item === undefined ? null : (items?.unit?.[item] ?? null)];
    if (agreed === null) return unitKey(unit) !== null;
    const to = keyOf(agreed);
    const chain = [...(chains.get(item!) ?? []), ...(chains.get(null) ?? [])];
    return (
      unitFactor(from, to) !== null ||
      unitsIn(chain, from, to) !== null ||
      chain.some((step) => step.unit === to && unitFactor(from, step.to) !== null)
    );
  };
}

const keyOf = (unit: string): string => unitKey(unit) ?? unit.toLowerCase();

function statedValue({ itemNumber, gtin, unit }: InvoiceLineGroup, quality: Quality): string | null {
  if (quality === 'item') return itemNumber ?? gtin;
  return quality === 'unit' ? unit : null;
}
