import type { ComplianceRowShape } from '@tallgrunn/api-client/shapes';

const exceptional = new Set(['overdue', 'returned', 'partly', 'submitted', 'due-soon']);

/** Returns the matrix rows with a cell that requires action now or soon. */
export const exceptionsOf = (rows: readonly ComplianceRowShape[]): ComplianceRowShape[] =>
  rows.filter(({ cells }) => cells.some(({ state }) => exceptional.has(state)));
