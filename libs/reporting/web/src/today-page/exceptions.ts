import type { ComplianceRowShape } from '@tallgrunn/api-client/shapes';

const exceptional = new Set(['overdue', 'returned', 'partly', 'submitted', 'due-soon']);

/** The rows of the matrix where something is not as it should be, or soon may not be. */
export const exceptionsOf = (rows: readonly ComplianceRowShape[]): ComplianceRowShape[] =>
  rows.filter(({ cells }) => cells.some(({ state }) => exceptional.has(state)));
