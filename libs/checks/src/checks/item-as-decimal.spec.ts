import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('item-as-decimal', () => {
  it('accepts codes', async () => {
    expect(
      findingsOf(
        await checkCsv(report(rightLine, line({ item: '70.1', name: 'Ny vare', invoice: 'F2' }))),
        'item-as-decimal',
      ),
    ).toEqual([]);
  });

  it('reads a code that became a decimal number', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ item: '7001.0' }), line({ item: '7001,00', invoice: 'F2' }))),
        'item-as-decimal',
      ),
    ).toMatchObject([{ class: 26, found: '7001.0', expected: '7001', place: { cell: 'B2' } }, { found: '7001,00' }]);
  });

  it('matches the item afterwards', async () => {
    expect(findingsOf(await checkCsv(report(line({ item: '7001.0' }))), 'item-unknown')).toEqual([]);
  });
});
