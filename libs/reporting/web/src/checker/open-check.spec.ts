import { checkReport } from '@tallgrunn/checks';
import { blobSource, openTable } from '@tallgrunn/tabular';
import type { WorkerResponse } from '../checking/check-messages.ts';
import { fileCheckInTest, overpricedRow, reportFile, validRow, terms, invalidQuantityRow } from '../testing.ts';

describe('file check against a published template', () => {
  const stranger = validRow.replace('Kongsvinger', 'Brakkvannsverket');
  const files: readonly (readonly string[])[] = [
    [validRow],
    [overpricedRow, invalidQuantityRow],
    [stranger, stranger, validRow],
    [validRow.replaceAll(';', ';;'), invalidQuantityRow],
    [],
  ];

  it.each(files.map((rows) => [rows]))(
    'returns the same result as the check engine without a context, and asks about no customer: %j',
    async (rows) => {
      const file = reportFile(...rows);
      const { check, said } = fileCheckInTest();
      await check.hear({
        ask: 'check',
        file,
        terms,
        context: {},
        buyers: {},
        typed: true,
        answers: { mapping: [], patches: [] },
      });
      const { checked } = said.find(
        (each): each is Extract<WorkerResponse, { said: 'checked' }> => each.said === 'checked',
      )!;
      const engine = await checkReport(await openTable(blobSource(file), file.name), { terms });
      const counts = (groups: typeof checked.groups) =>
        groups.map(({ code, severity, count }) => `${severity} ${code} ${count}`).sort();
      expect(counts(checked.groups)).toEqual(counts(engine.groups));
      expect(checked).toMatchObject({
        rows: engine.rows,
        accepted: engine.accepted,
        totals: engine.totals,
        cut: { doubtful: [], others: [] },
      });
    },
  );
});
