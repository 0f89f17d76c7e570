import { priceOn } from '../catalogue/item.ts';
import type { Chapter } from '../latent/history.ts';
import type { Obligation } from '../setting/obligations.ts';
import { randomStream } from '../values/rng.ts';
import type { Form } from './form.ts';
import { honestLines } from './honest-lines.ts';
import { filePlanters } from './plant-files.ts';
import type { ReportLine } from './line.ts';
import { itemPlanters } from './plant-items.ts';
import { numberPlanters } from './plant-numbers.ts';
import { partyPlanters } from './plant-parties.ts';
import { periodPlanters } from './plant-periods.ts';
import { numberText, PlantingBed, type Planter } from './planting.ts';
import type { Submission } from './submission.ts';

export const reportPlanters: Record<string, Planter> = {
  ...numberPlanters,
  ...partyPlanters,
  ...itemPlanters,
  ...periodPlanters,
  ...filePlanters,
};

/** Mistakes that change every cell come after the others. */
const comesLast = ['mojibake', 'empty-file'];

/** Returns the lines of one report with the scheduled mistakes and those that the deliveries already contain. */
export function damageReport(
  chapter: Chapter,
  obligation: Obligation,
  submission: Submission,
  form: Form,
): PlantingBed {
  const { scenario } = chapter;
  const { supplier, branch, version } = submission;
  const rng = randomStream(
    scenario.seed,
    `report/${supplier}/${branch === null ? '' : `${branch}/`}${submission.period}/${version ?? 'refused'}`,
  );
  const linesOf = (period: string) =>
    honestLines(chapter, {
      ...obligation,
      ...(period !== obligation.period && { start: undefined, end: undefined }),
      period,
    });
  const bed = new PlantingBed({ lines: linesOf(submission.period), rng, submission, scenario, form, linesOf });
  const ordered = [...submission.plants].sort((a, b) => comesLast.indexOf(a.kind) - comesLast.indexOf(b.kind));
  for (const { kind, count } of ordered) {
    const planter = reportPlanters[kind];
    if (!planter) throw new Error(`No planter ${kind}`);
    planter(bed, count);
  }
  renumber(bed);
  recordExistingMistakes(bed);
  return bed;
}

/** Writes the new numbers of items that the supplier has renumbered without notice. */
function renumber(bed: PlantingBed): void {
  const { story } = bed.scenario;
  const isNew = (line: ReportLine) =>
    line.like[0] !== undefined && story.isRenumbered(line.like[0].item, bed.submission.period);
  if (!bed.lines.some(isNew)) return;
  for (const line of bed.take(bed.lines.length, isNew))
    bed.write('item-renumbered', line, 'itemNumber', `${numberText(line.cells.itemNumber)}-2`);
}

/**
 * Records mistakes that are in the deliveries themselves: items outside the assortment, prices above the agreed ones
 * and credits.
 */
function recordExistingMistakes(bed: PlantingBed): void {
  for (const line of bed.lines) {
    const first = line.like[0];
    if (!first) continue;
    if (!first.item.onAssortment) bed.note('off-assortment', line, 'itemNumber', null);
    const overpriced = first.item.onAssortment && line.like.some((one) => one.price > one.agreedPrice);
    if (overpriced && line.price > priceOn(first.item, first.deliveredOn))
      bed.note('price-above-agreed', line, 'unitPrice', String(first.agreedPrice / 100));
    if (line.quantity < 0) bed.note('credit-line', line, 'quantity', null);
  }
}
