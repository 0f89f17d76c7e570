import { checkCsv, heading, line, report, rightLine, saidBy } from '../testing.ts';

describe('required-empty', () => {
  it('accepts complete lines, and fees without an item', async () => {
    expect(
      saidBy(
        await checkCsv(
          report(rightLine, line({ item: '', name: 'Frakt', quantity: '', unit: '', price: '', amount: '99,00' })),
        ),
        'required-empty',
      ),
    ).toEqual([]);
  });

  it('reports each empty field', async () => {
    expect(
      saidBy(await checkCsv(report(line({ quantity: '' }), line({ date: ' ', invoice: 'F2' }))), 'required-empty'),
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
    const verdict = await checkCsv(
      [`Nr;${heading}`, `1;${rightLine}`, 'Side 1 av 2', `2;${line({ invoice: 'F2' })}`, '*** Slutt ***'].join('\n'),
    );
    expect(verdict).toMatchObject({ ok: true, rows: 2 });
  });
});
