import type { ComplianceRowDto } from '@tallgrunn/api-client/shapes';

const exceptionalStatuses = new Set(['overdue', 'returned', 'partly', 'submitted', 'due-soon']);

/** Returns the matrix rows with a cell that requires action now or soon. */
export const exceptionRows = (rows: readonly ComplianceRowDto[]): ComplianceRowDto[] =>
  rows.filter(({ cells }) => cells.some(({ state }) => exceptionalStatuses.has(state)));
