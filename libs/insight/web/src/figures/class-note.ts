import type { ClassSumsDto } from '@tallgrunn/api-client/shapes';
import type { InsightTexts } from '../texts/nb.ts';

/**
 * How booked kroner part into operating, investment and not known; where only operating or investment is shown, what is in neither because it is not known. Null where there is nothing to
 * say. What is not known is never counted as operating.
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
