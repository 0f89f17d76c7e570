import { monthlyFood } from '../examples/monthly-food.ts';
import type { ReportLine } from '../line.ts';
import { checkCsv, checkSheets, headingCells, lineCells, findingsOf, troubles } from '../testing.ts';

const cross = [
  ['Varenummer', 'Varenavn', 'Enhet', 'Enhetspris', 'Leveringsdato', 'Kongsvinger', 'Sør-Odal', 'Åsnes', 'Sum'],
  ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026', 2, null, 1, 3],
];

describe('cross-table', () => {
  it('accepts one line per row', async () => {
    expect(findingsOf(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'cross-table')).toEqual([]);
  });

  it('turns customers in columns into lines', async () => {
    const lines: ReportLine[] = [];
    const verdict = await checkSheets([{ rows: cross }], { onLine: (each) => void lines.push(each) });
    expect(findingsOf(verdict, 'cross-table')).toMatchObject([
      { class: 12, severity: 'info', params: { columns: 3, measure: 'quantity' }, place: { row: 1, cell: 'F1' } },
    ]);
    expect(lines.map((each) => [each.row, each.buyer, each.quantity, each.amount])).toEqual([
      [2, 'k', '2', '240.00'],
      [2, 'a', '1', '120.00'],
    ]);
    expect(verdict).toMatchObject({ ok: true, rows: 2, accepted: 2 });
  });

  const taken = async (rows: Parameters<typeof checkSheets>[0][number], csv = false) => {
    const lines: ReportLine[] = [];
    const onLine = (each: ReportLine) => void lines.push(each);
    const verdict = csv
      ? await checkCsv(rows.rows.map((row) => row.map((cell) => cell ?? '').join(';')).join('\r\n'), { onLine })
      : await checkSheets([rows], { onLine });
    return {
      verdict,
      lines: lines.map(({ row, buyer, quantity, unitPrice, amount, accepted }) => [
        row,
        buyer,
        Number(quantity),
        Number(unitPrice),
        Number(amount),
        accepted,
      ]),
    };
  };
  const bought = [
    [3, 'k', 2, 120, 240, true],
    [3, 'a', 1, 120, 120, true],
    [4, 'a', 3, 40, 120, true],
  ];
  const items = [
    ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026'],
    ['00412', 'Kopipapir A4', 'pk', 40, '06.03.2026'],
  ] as const;
  const figures = [
    [2, 240, null, null, 1, 120, 3, 360],
    [null, null, 0, 0, 3, 120, 3, 120],
  ] as const;
  const below = items.map((item, at) => [...item, ...figures[at]!]);

  it('reads quantity and amount under each customer with merged names, and items next to or below them', async () => {
    const customers = ['Kongsvinger', null, 'Sør-Odal', null, 'Åsnes', null, 'Sum', null];
    const measures = ['Antall', 'Beløp', 'Antall', 'Beløp', 'Antall', 'Beløp', 'Antall', 'Beløp'];
    const named = ['Varenummer', 'Varenavn', 'Enhet', 'Enhetspris', 'Leveringsdato'];
    const none = named.map(() => null);
    for (const rows of [
      [[...named, ...customers], [...none, ...measures], ...below],
      [[...none, ...customers], [...named, ...measures], ...below],
    ]) {
      for (const csv of [false, true]) {
        const { verdict, lines } = await taken({ rows, merged: ['F1:G1', 'H1:I1', 'J1:K1', 'L1:M1'] }, csv);
        expect([troubles(verdict), lines]).toEqual([[], bought]);
        expect(findingsOf(verdict, 'cross-table')).toMatchObject([
          {
            params: { columns: 3, measure: 'quantity+amount' },
            found: 'Kongsvinger · Sør-Odal · Åsnes',
            place: { row: 1, cell: 'F1' },
          },
        ]);
      }
    }
  });

  it('reads further columns behind the customers, and a single customer', async () => {
    const rows = [
      [null, null, null, 'Kongsvinger', null, null, 'Åsnes', null, null, null],
      ['Varenummer', 'Varenavn', 'Enhet', 'Antall', 'Pris', 'Beløp', 'Antall', 'Pris', 'Beløp', 'Leveringsdato'],
      ['7001', 'Lettmelk 10 l', 'stk', 2, 120, 240, 1, 120, 120, '05.03.2026'],
    ];
    const { verdict, lines } = await taken({ rows });
    expect([troubles(verdict), lines]).toEqual([
      [],
      [
        [3, 'k', 2, 120, 240, true],
        [3, 'a', 1, 120, 120, true],
      ],
    ]);
    const one = rows.map((row) => row.filter((_, column) => column < 6 || column > 8));
    expect((await taken({ rows: one })).lines).toEqual([[3, 'k', 2, 120, 240, true]]);
    expect(
      (await taken({ rows: [['Kongsvinger'], ...one.slice(1)] })).verdict.findings.map(({ code }) => code),
    ).not.toContain('cross-table');
  });

  it('reads measures above customers as well, and names both in findings', async () => {
    const rows = [
      [null, null, null, null, null, 'Antall', null, 'Beløp eks. mva', null],
      [
        'Varenummer',
        'Varenavn',
        'Enhet',
        'Enhetspris',
        'Leveringsdato',
        'Kongsvinger',
        'Åsnes',
        'Kongsvinger',
        'Åsnes',
      ],
      ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026', 2, 1, 'mange', 120],
    ];
    const { verdict, lines } = await taken({ rows });
    expect(lines.map(([, buyer]) => buyer)).toEqual(['k', 'a']);
    expect(findingsOf(verdict, 'not-a-number')).toMatchObject([
      { place: { cell: 'H3', column: 'Kongsvinger Beløp eks. mva' }, found: 'mange' },
    ]);
  });

  it('reads a single heading row with both, and ignores sums', async () => {
    for (const headings of [
      [
        'Kongsvinger antall',
        'Kongsvinger beløp',
        'Sør-Odal antall',
        'Sør-Odal beløp',
        'Åsnes antall',
        'Åsnes beløp',
        'Sum antall',
        'Sum beløp',
      ],
      [
        'Antall Kongsvinger',
        'Kongsvinger (kr)',
        'Antall Sør-Odal',
        'Sør-Odal (kr)',
        'Antall Åsnes',
        'Åsnes (kr)',
        'Antall totalt',
        'Totalt',
      ],
    ]) {
      for (const csv of [false, true]) {
        const { verdict, lines } = await taken(
          {
            rows: [
              ['Finnskog'],
              ['Varenummer', 'Varenavn', 'Enhet', 'Enhetspris', 'Leveringsdato', ...headings],
              ...below,
            ],
          },
          csv,
        );
        expect([troubles(verdict), lines]).toEqual([[], bought]);
      }
    }
  });

  it('reports a customer that is not ours, and does not take months for customers', async () => {
    const rows = [
      ['Varenummer', 'Varenavn', 'Enhet', 'Enhetspris', 'Leveringsdato', 'Kongsvinger', null, 'Elverum', null],
      [null, null, null, null, null, 'Antall', 'Beløp', 'Antall', 'Beløp'],
      ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026', 2, 240, 1, 120],
    ];
    expect(troubles((await taken({ rows })).verdict)).toEqual(['buyer-not-entitled']);
    const months = rows.map((row) =>
      row.map((cell) => (cell === 'Kongsvinger' ? 'Januar' : cell === 'Elverum' ? 'Februar' : cell)),
    );
    expect((await taken({ rows: months })).verdict.findings.map(({ code }) => code)).not.toContain('cross-table');
  });
});

describe('a cross table with missing information', () => {
  const table = [
    ['Varenummer', 'Varenavn', 'Enhet', 'Kongsvinger', 'Sør-Odal', 'Åsnes'],
    ['7001', 'Lettmelk 10 l', 'stk', 240, null, 120],
    ['00412', 'Kopipapir A4', 'pk', 80, 120, null],
  ];
  const terms = monthlyFood();
  const loose = (names: readonly string[]) => ({
    ...terms,
    tables: terms.tables.map((each) => ({
      ...each,
      fields: each.fields.map((field) =>
        names.includes(field.name) ? { ...field, constraints: { required: false } } : field,
      ),
    })),
  });
  const kroner = { set: 'measure', value: 'amount' } as const;
  const inPeriod = { set: 'whole-table', field: 'deliveredOn', value: 'period-end' } as const;

  it('causes one question for the whole table about its measure and its delivery date', async () => {
    const asked = findingsOf(
      await checkSheets([{ rows: table }], { terms: loose(['quantity', 'unitPrice']) }),
      'column-missing',
    );
    expect(asked.map(({ cause, fix }) => [cause, fix?.kind, fix?.patches[0]])).toEqual(
      expect.arrayContaining([
        ['amount', 'choose-measure', kroner],
        ['deliveredOn', 'choose-column', inPeriod],
      ]),
    );
    // Customer columns are not among the suggestions.
    expect(
      asked
        .flatMap(({ fix }) => fix?.patches ?? [])
        .some((patch) => patch.set === 'column' && /Kongsvinger|Odal|Åsnes/.test(patch.heading)),
    ).toBe(false);
  });

  it('is read as answered: amounts, delivered on the last day of the period', async () => {
    const lines: ReportLine[] = [];
    const verdict = await checkSheets([{ rows: table }], {
      terms: loose(['quantity', 'unitPrice']),
      patches: [kroner, inPeriod],
      onLine: (line) => void lines.push(line),
    });
    expect(findingsOf(verdict, 'column-missing')).toEqual([]);
    expect(
      lines.map(({ buyer, amount, deliveredOn, accepted }) => [buyer, Number(amount), deliveredOn, accepted]),
    ).toEqual([
      ['k', 240, '2026-03-31', true],
      ['a', 120, '2026-03-31', true],
      ['k', 80, '2026-03-31', true],
      ['s', 120, '2026-03-31', true],
    ]);
  });

  it('does not affect other files: a missing date there is reported', async () => {
    const [asked] = findingsOf(
      await checkCsv('Kunde;Varenummer;Varenavn;Antall;Enhet;Beløp\nKongsvinger;7001;Lettmelk 10 l;2;stk;240,00'),
      'column-missing',
    ).filter(({ cause }) => cause === 'deliveredOn');
    expect(asked?.fix?.patches.some(({ set }) => set === 'whole-table') ?? false).toBe(false);
  });
});
