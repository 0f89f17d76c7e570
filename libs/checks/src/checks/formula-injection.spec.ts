import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('formula-injection', () => {
  it('accepts item names that begin with a hyphen or a signed number', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ name: '- Kaffe, malt' }),
            line({ name: '+47 mm skrue', item: 'X1', invoice: 'F2' }),
            line({ quantity: '-2', amount: '-240,00', invoice: 'F3' }),
          ),
        ),
        'formula-injection',
      ),
    ).toEqual([]);
  });

  it('reports texts that a spreadsheet would run', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ name: '=HYPERLINK(http://x)' }),
            line({ name: '+cmd|calc!A0', invoice: 'F2' }),
            line({ name: '@SUM(1)', invoice: 'F3' }),
          ),
        ),
        'formula-injection',
      ),
    ).toMatchObject([
      { class: 75, severity: 'blocksRow', found: '=HYPERLINK(http://x)', place: { cell: 'C2' } },
      { found: '+cmd|calc!A0' },
      { found: '@SUM(1)' },
    ]);
  });
});
