import type { ClassSumsDto } from '@tallgrunn/api-client/shapes';
import type { InsightTexts } from '../texts/nb.ts';

/**
 * Describes how booked spend is divided into operating, investment and unclassified. If only operating or investment is
 * shown, describes the unclassified spend, which is never counted as operating. Null if there is nothing to state.
 */
export function classNote(
  { operating, investment, unknown }: ClassSumsDto,
  shown: string,
  t: InsightTexts,
): string | null {
  if (shown === 'operating' || shown === 'investment') return unknown.lines > 0 ? t.classes.outside(unknown) : null;
  if (shown === 'unknown' || operating.lines + investment.lines + unknown.lines === 0) return null;
  if (operating.lines + investment.lines === 0) return t.classes.noneKnown;
  return t.classes.parts({
    operating: operating.amount,
    investment: investment.amount,
    unknown: unknown.lines > 0 ? unknown.amount : null,
  });
}
