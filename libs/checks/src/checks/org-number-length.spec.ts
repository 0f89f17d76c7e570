import { checkCsv, line, report, saidBy } from '../testing.ts';

describe('org-number-length', () => {
  it('takes nine digits', async () => {
    expect(saidBy(await checkCsv(report(line({ buyer: '944 117 784' }), line({ buyer: 'NO 944117784 MVA', invoice: 'F2' }))), 'org-number-length')).toEqual([]);
  });

  it('counts the digits', async () => {
    expect(saidBy(await checkCsv(report(line({ buyer: '91234567' }))), 'org-number-length')).toMatchObject([{ class: 32, severity: 'blocksRow', found: '91234567', expected: '9', params: { digits: 8 }, place: { cell: 'A2' } }]);
  });
});
