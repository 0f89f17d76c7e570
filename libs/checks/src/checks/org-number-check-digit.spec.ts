import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('org-number-check-digit', () => {
  it('accepts a correct number', async () => {
    expect(findingsOf(await checkCsv(report(line({ buyer: '944117784' }))), 'org-number-check-digit')).toEqual([]);
  });

  it('reports a wrong check digit', async () => {
    expect(findingsOf(await checkCsv(report(line({ buyer: '912345678' }))), 'org-number-check-digit')).toMatchObject([
      { class: 33, severity: 'blocksRow', found: '912345678', place: { cell: 'A2' } },
    ]);
  });
});
