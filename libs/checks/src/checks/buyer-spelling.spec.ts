import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('buyer-spelling', () => {
  it('accepts correct names, with or without «kommune»', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            rightLine,
            line({ buyer: 'Kongsvinger kommune', invoice: 'F2' }),
            line({ buyer: 'KONGSVINGER', invoice: 'F3' }),
          ),
        ),
        'buyer-spelling',
      ),
    ).toEqual([]);
  });

  it('matches misspelt names and reports them', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ buyer: 'Asnes' }),
            line({ buyer: 'Sør Odal', invoice: 'F2' }),
            line({ buyer: 'Kongvsinger', invoice: 'F3' }),
          ),
        ),
        'buyer-spelling',
      ),
    ).toMatchObject([
      { class: 36, severity: 'info', found: 'Asnes', expected: 'Åsnes' },
      { found: 'Sør Odal', expected: 'Sør-Odal' },
      { found: 'Kongvsinger', expected: 'Kongsvinger' },
    ]);
  });
});
