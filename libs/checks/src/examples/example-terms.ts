import type { Terms } from '../terms.ts';
import { monthlyFood } from './monthly-food.ts';
import { monthlyFuel } from './monthly-fuel.ts';
import { quarterlyGoods } from './quarterly-goods.ts';

/** Clause packages to start terms from, by id. */
export const exampleTerms: Readonly<Record<'monthly-food' | 'quarterly-goods' | 'monthly-fuel', (changes?: Partial<Terms>) => Terms>> = {
  'monthly-food': monthlyFood,
  'quarterly-goods': quarterlyGoods,
  'monthly-fuel': monthlyFuel,
};
