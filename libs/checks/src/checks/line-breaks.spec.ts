import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('line-breaks', () => {
  it('accepts one line', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'line-breaks')).toEqual([]);
  });

  it('reads line breaks as spaces', async () => {
    expect(findingsOf(await checkCsv(report(line({ name: '"Lettmelk\n10 l"' }))), 'line-breaks')).toMatchObject([
      { class: 63, severity: 'info', expected: 'Lettmelk 10 l', place: { column: 'Varenavn' } },
    ]);
  });
});
