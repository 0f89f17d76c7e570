import type { CombinedTotalsShape } from '@tallgrunn/api-client/shapes';

/** Whether any of the kroner have been weighed or found to be without a factor. What has just been read in is neither: its zero is no figure. */
export function isReckoned({
  booked,
  bookedWithoutFactor,
  kg,
}: Pick<CombinedTotalsShape, 'booked' | 'bookedWithoutFactor' | 'kg'>): boolean {
  return Number(booked) === 0 || Number(kg) !== 0 || Number(bookedWithoutFactor) !== 0;
}
