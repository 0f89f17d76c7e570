import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('buyer-site', () => {
  it('accepts the municipality itself', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'buyer-site')).toEqual([]);
  });

  it('assigns sites to their municipality', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ buyer: '311047116' }),
            line({ buyer: 'Sør-Odal Skule', invoice: 'F2' }),
            line({ buyer: 'Grende skole', invoice: 'F3' }),
          ),
        ),
        'buyer-site',
      ),
    ).toMatchObject([
      { class: 35, severity: 'info', found: '311047116', expected: 'Sør-Odal' },
      { found: 'Sør-Odal Skule', expected: 'Sør-Odal' },
      { found: 'Grende skole' },
    ]);
  });
});
