export { DecideChoice } from './choices/decide-choice.ts';
export { DraftChoice, type NewChoice } from './choices/draft-choice.ts';
export { importRelease, publishers, type Publisher, type ReleaseImported } from './importing/import-release.ts';
export { ReleaseProblem } from './importing/release-file.ts';
export { ListAccountRules, type AccountRule } from './list-account-rules.ts';
export { ListFactors, type Factor, type FactorRelease } from './list-factors.ts';
export { factorBook } from './room.ts';
