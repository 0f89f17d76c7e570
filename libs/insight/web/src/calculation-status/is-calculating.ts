import type { FilterOptionsDto } from '@tallgrunn/api-client/shapes';

/** Returns whether there are no figures yet and data are being processed: demo data, or submitted files. */
export function isCalculating(
  options: Pick<FilterOptionsDto, 'months' | 'making'> | undefined,
  loading: unknown,
): boolean {
  return options?.months.length === 0 && (options.making !== null || Boolean(loading));
}
