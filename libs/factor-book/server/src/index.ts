export { ListAccountRules, type AccountRule } from './list-account-rules.ts';
export { ListFactors, type Factor, type FactorRelease } from './list-factors.ts';
export { factorBook } from './room.ts';
