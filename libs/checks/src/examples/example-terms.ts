import type { Terms } from '../terms.ts';
import { monthlyFood } from './monthly-food.ts';
import { monthlyFuel } from './monthly-fuel.ts';
import { quarterlyGoods } from './quarterly-goods.ts';
import { yearlyServices } from './yearly-services.ts';
import { yearlyTransport } from './yearly-transport.ts';

export type ClausePackage =
  'monthly-food' | 'quarterly-goods' | 'monthly-fuel' | 'yearly-services' | 'yearly-transport';

/** Clause packages to start terms from, by id. */
export const exampleTerms: Readonly<Record<ClausePackage, (changes?: Partial<Terms>) => Terms>> = {
  'monthly-food': monthlyFood,
  'quarterly-goods': quarterlyGoods,
  'monthly-fuel': monthlyFuel,
  'yearly-services': yearlyServices,
  'yearly-transport': yearlyTransport,
};
