import { checkCsv, heading, line, report, rightLine, findingsOf } from '../testing.ts';

describe('required-empty', () => {
  it('accepts complete lines, and fees without an item', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(rightLine, line({ item: '', name: 'Frakt', quantity: '', unit: '', price: '', amount: '99,00' })),
        ),
        'required-empty',
      ),
    ).toEqual([]);
  });

  it('reports each empty field', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ quantity: '' }), line({ date: ' ', invoice: 'F2' }))), 'required-empty'),
    ).toMatchObject([
      {
        class: 14,
        severity: 'blocksRow',
        found: '',
        expected: 'Antall',
        place: { row: 2, column: 'Antall', cell: 'D2' },
      },
      { expected: 'Leveringsdato', place: { row: 3, cell: 'H3' } },
    ]);
  });

  it('does not take text next to the lines for a line', async () => {
    const checkResult = await checkCsv(
      [`Nr;${heading}`, `1;${rightLine}`, 'Side 1 av 2', `2;${line({ invoice: 'F2' })}`, '*** Slutt ***'].join('\n'),
    );
    expect(checkResult).toMatchObject({ ok: true, rows: 2 });
  });
});
