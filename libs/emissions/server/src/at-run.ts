/**
 * SQL: true if a result row was in force at a run: opened by that run or an earlier one, and not yet closed. All
 * queries use this definition.
 * @param row alias of the result row; empty = none
 */
export const inForceAt = (run: string, row = ''): string => {
  const of = row === '' ? '' : `${row}.`;
  return `${of}opened_by_run <= ${run} and (${of}closed_by_run is null or ${of}closed_by_run > ${run})`;
};
