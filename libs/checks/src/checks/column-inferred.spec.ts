import { checkCsv, heading, march, report, rightLine, findingsOf } from '../testing.ts';

describe('column-inferred', () => {
  it('accepts known headings', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'column-inferred')).toEqual([]);
  });

  it('asks about a heading similar to a known one', async () => {
    const checkResult = await checkCsv(`${heading.replace('Antall', 'Antall solgt i perioden')}\n${rightLine}`);
    expect(findingsOf(checkResult, 'column-inferred')).toMatchObject([
      {
        class: 4,
        severity: 'confirm',
        found: 'Antall solgt i perioden',
        expected: 'Antall',
        place: { row: 1, cell: 'D1' },
        fix: { patches: [{ set: 'column', field: 'quantity' }] },
      },
    ]);
    expect(checkResult.accepted).toBe(1);
  });

  it('infers a column from its content', async () => {
    const checkResult = await checkCsv(
      `${heading.replace('Leveringsdato', 'Når').replace('Kunde', 'Hvem')}\n${rightLine}`,
    );
    expect(findingsOf(checkResult, 'column-inferred').map((finding) => [finding.found, finding.expected])).toEqual([
      ['Hvem', 'Kunde'],
      ['Når', 'Leveringsdato'],
    ]);
  });

  it('infers quantity, price and amount from their arithmetic', async () => {
    const lines = [
      'Kongsvinger;7001;Lettmelk;2;stk;120,00;240,00;05.03.2026',
      'Kongsvinger;7001;Lettmelk;3;stk;120,00;360,00;06.03.2026',
    ];
    const checkResult = await checkCsv(['Kunde;Varenr;Vare;X;Enhet;Y;Z;Dato', ...lines].join('\n'));
    expect(checkResult.columns[0]!.columns).toMatchObject({ quantity: 3, unitPrice: 5, amount: 6 });
  });

  it('asks once: a learned heading is recognised, but never before a title of the terms', async () => {
    const context = {
      ...march,
      taughtColumns: { field: ['quantity', 'amount'], heading: ['Antall solgt i perioden', 'Enhetspris'] },
    };
    const checkResult = await checkCsv(`${heading.replace('Antall', 'Antall solgt i perioden')}\n${rightLine}`, {
      context,
    });
    expect(findingsOf(checkResult, 'column-inferred')).toEqual([]);
    expect(checkResult.columns[0]!.columns).toMatchObject({ quantity: 3, unitPrice: 5, amount: 6 });
  });
});
