import type { CombinedTotalsDto } from '@tallgrunn/api-client/shapes';

/**
 * Returns whether the spend has been processed, so that it has emissions or is known to lack a factor. Newly imported
 * lines have neither; their zero is not a figure.
 */
export function hasEmissions({
  booked,
  bookedWithoutFactor,
  kg,
}: Pick<CombinedTotalsDto, 'booked' | 'bookedWithoutFactor' | 'kg'>): boolean {
  return Number(booked) === 0 || Number(kg) !== 0 || Number(bookedWithoutFactor) !== 0;
}
