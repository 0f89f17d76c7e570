import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('org-number-placeholder', () => {
  it('accepts a correct number', async () => {
    expect(findingsOf(await checkCsv(report(line({ buyer: '944117784' }))), 'org-number-placeholder')).toEqual([]);
  });

  it('recognises placeholders', async () => {
    expect(findingsOf(await checkCsv(report(line({ buyer: '999999999' }))), 'org-number-placeholder')).toMatchObject([
      { class: 34, severity: 'blocksRow', found: '999999999', place: { cell: 'A2' } },
    ]);
  });
});
