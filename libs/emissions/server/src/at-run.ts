/** SQL: that a row of results was in force at a run: from its own run on, until a later one closed it. The one definition of it. `row`: its alias, where it has one. */
export const inForceAt = (run: string, row = ''): string => {
  const of = row === '' ? '' : `${row}.`;
  return `${of}from_run <= ${run} and (${of}until_run is null or ${of}until_run > ${run})`;
};
