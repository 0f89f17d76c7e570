import { monthlyFood } from '../examples/monthly-food.ts';
import type { ReportLine } from '../line.ts';
import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('leading-zeros-lost', () => {
  it('accepts the agreed number', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(line({ item: '00412', name: 'Kopipapir A4', unit: 'pk', price: '40,00', amount: '80,00' })),
        ),
        'leading-zeros-lost',
      ),
    ).toEqual([]);
  });

  it('restores the zeros when name or price confirm it, and reports it', async () => {
    for (const changes of [
      { name: 'Kopipapir A4', price: '44,00', amount: '88,00' },
      { name: 'Papir', price: '40,00', amount: '80,00' },
    ]) {
      const lines: ReportLine[] = [];
      const checkResult = await checkCsv(report(line({ item: '412', unit: 'pk', ...changes })), {
        onLine: (each) => void lines.push(each),
      });
      expect(findingsOf(checkResult, 'leading-zeros-lost')).toMatchObject([
        { class: 25, severity: 'info', found: '412', expected: '00412', place: { cell: 'B2' } },
      ]);
      expect(lines).toMatchObject([{ itemNumber: '00412', agreedItem: '00412' }]);
    }
  });

  it('suggests the number with zeros when nothing confirms it', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ item: '412', name: 'Binders', unit: 'pk', price: '4,00', amount: '8,00' }))),
        'leading-zeros-lost',
      ),
    ).toMatchObject([
      {
        class: 25,
        severity: 'confirm',
        found: '412',
        expected: '00412',
        place: { cell: 'B2' },
        fix: { patches: [{ set: 'cell', row: 2, column: 1, value: '00412' }] },
      },
    ]);
  });

  it('has the severity of the terms, whatever confirms it', async () => {
    const terms = monthlyFood({ checks: [{ id: 'leading-zeros-lost', severity: 'blocksRow' }] });
    expect(
      findingsOf(
        await checkCsv(
          report(line({ item: '412', name: 'Kopipapir A4', unit: 'pk', price: '40,00', amount: '80,00' })),
          { terms },
        ),
        'leading-zeros-lost',
      ),
    ).toMatchObject([{ severity: 'blocksRow' }]);
  });
});
