import type { CheckContext } from '../context.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { defaultField } from '../examples/fields.ts';
import { march, findingsOf, checkCsv } from '../testing.ts';
import type { Terms } from '../terms.ts';
import type { CheckResult } from '../check-result.ts';

const heading = 'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato;Bestillingsdato';
const lineOf = (delivered: string, ordered = ''): string =>
  `Kongsvinger;7001;Lettmelk 10 l;2;stk;120,00;240,00;${delivered};${ordered}`;
const base = quarterlyGoods();
const terms = (changes: Partial<Terms> = {}): Terms => ({
  ...base,
  basis: 'delivered',
  checks: [{ id: 'price-above-agreed', severity: 'off' }],
  ...changes,
  tables: [
    {
      name: 'lines',
      fields: [
        defaultField('buyer', true),
        defaultField('itemNumber', true),
        defaultField('itemName', true),
        defaultField('quantity', true),
        defaultField('unit', true),
        defaultField('unitPrice', false),
        defaultField('amount', true),
        defaultField('deliveredOn', true),
        defaultField('orderedOn', false),
      ],
    },
  ],
});
const others = {
  agreement: ['new'],
  title: ['Mat 2026'],
  key: ['2026-Q1'],
  start: ['2026-02-01'],
  end: ['2026-04-01'],
  from: ['2026-02-01'],
  until: [null],
};
/** The old agreement ended on 31 January and the new one began the day after: two parts of one quarter. */
const oldPart: CheckContext = {
  ...march,
  agreement: { id: 'old', title: 'Mat 2022' },
  period: { key: '2026-Q1', start: '2026-01-01', end: '2026-02-01' },
  holds: { from: '2022-02-01', until: '2026-01-31' },
  otherParts: others,
};
const newPart: CheckContext = {
  ...march,
  agreement: { id: 'new', title: 'Mat 2026' },
  period: { key: '2026-Q1', start: '2026-02-01', end: '2026-04-01' },
  holds: { from: '2026-02-01', until: null },
  otherParts: {
    agreement: ['old'],
    title: ['Mat 2022'],
    key: ['2026-Q1'],
    start: ['2026-01-01'],
    end: ['2026-02-01'],
    from: ['2022-02-01'],
    until: ['2026-01-31'],
  },
};
const check = (context: CheckContext, changes: Partial<Terms>, ...lines: string[]): Promise<CheckResult> =>
  checkCsv([heading, ...lines].join('\r\n'), { terms: terms(changes), context });
/** Returns the rows that each of two reports accepts from the same file. */
async function rowsTaken(
  one: CheckContext,
  other: CheckContext,
  changes: Partial<Terms>,
  ...lines: string[]
): Promise<number[][]> {
  const taken = async (context: CheckContext): Promise<number[]> => {
    const rows: number[] = [];
    await checkCsv([heading, ...lines].join('\r\n'), {
      terms: terms(changes),
      context,
      onLine: (line) => void (line.accepted && rows.push(line.row)),
    });
    return rows;
  };
  return [await taken(one), await taken(other)];
}

describe('belongs-to-other-report', () => {
  it('accepts lines of this part', async () => {
    expect(
      findingsOf(await check(newPart, {}, lineOf('01.02.2026'), lineOf('31.03.2026')), 'belongs-to-other-report'),
    ).toEqual([]);
  });

  it('assigns a line to a part by its reporting date when the terms state no other', async () => {
    expect(
      findingsOf(await check(newPart, {}, lineOf('31.01.2026', '02.02.2026')), 'belongs-to-other-report'),
    ).toMatchObject([
      {
        class: 40,
        severity: 'blocksRow',
        found: '31.01.2026',
        expected: '2026-02-01/',
        place: { row: 2, column: 'Leveringsdato' },
        amount: '240.00',
        params: {
          by: 'deliveredOn',
          date: '2026-01-31',
          from: '2026-02-01',
          to: '',
          other: 'Mat 2022',
          right: '2026-Q1',
          start: '2026-01-01',
          last: '2026-01-31',
        },
        fix: { kind: 'move-to-part', params: { other: 'Mat 2022' }, patches: [{ set: 'leave-out', row: 2 }] },
      },
    ]);
    expect(findingsOf(await check(newPart, {}, lineOf('31.01.2026')), 'date-outside-period')).toEqual([]);
  });

  it('uses the order date if the terms do: ordered under the old agreement, delivered under the new', async () => {
    const ordered28January = lineOf('05.02.2026', '28.01.2026');
    expect(
      findingsOf(await check(newPart, { transition: 'ordered' }, ordered28January), 'belongs-to-other-report'),
    ).toMatchObject([
      { found: '28.01.2026', place: { column: 'Bestillingsdato' }, params: { by: 'orderedOn', other: 'Mat 2022' } },
    ]);
    const there = await check(oldPart, { transition: 'ordered' }, ordered28January);
    expect([
      findingsOf(there, 'belongs-to-other-report'),
      findingsOf(there, 'date-outside-period'),
      there.accepted,
    ]).toEqual([[], [], 1]);
  });

  it('counts each line once, on one side or the other', async () => {
    const lines = [
      lineOf('05.02.2026', '28.01.2026'),
      lineOf('05.02.2026', '01.02.2026'),
      lineOf('20.01.2026', '10.01.2026'),
      lineOf('31.03.2026', '31.01.2026'),
      lineOf('15.03.2026'),
      lineOf('15.01.2026'),
    ];
    expect(await rowsTaken(oldPart, newPart, { transition: 'ordered' }, ...lines)).toEqual([
      [2, 4, 5, 7],
      [3, 6],
    ]);
    expect(await rowsTaken(oldPart, newPart, {}, ...lines)).toEqual([
      [4, 7],
      [2, 3, 5, 6],
    ]);
  });

  it('handles terms that change inside a period, also with another frequency', async () => {
    const quarter: CheckContext = {
      ...march,
      agreement: { id: 'a', title: 'Varer' },
      period: { key: '2025-Q2', start: '2025-04-01', end: '2025-05-15' },
      otherParts: {
        agreement: ['a', 'a'],
        title: ['Varer', 'Varer'],
        key: ['2025-05', '2025-06'],
        start: ['2025-05-15', '2025-06-01'],
        end: ['2025-06-01', '2025-07-01'],
        from: ['2020-01-01', '2020-01-01'],
        until: [null, null],
      },
    };
    const june: CheckContext = {
      ...march,
      agreement: { id: 'a', title: 'Varer' },
      period: { key: '2025-06', start: '2025-06-01', end: '2025-07-01' },
      otherParts: {
        agreement: ['a'],
        title: ['Varer'],
        key: ['2025-Q2'],
        start: ['2025-04-01'],
        end: ['2025-05-15'],
        from: ['2020-01-01'],
        until: [null],
      },
    };
    const ordered10May = lineOf('03.06.2025', '10.05.2025');
    expect(
      await rowsTaken(quarter, june, { transition: 'ordered' }, ordered10May, lineOf('03.06.2025', '15.05.2025')),
    ).toEqual([[2], [3]]);
    expect(
      findingsOf(
        await check(june, { transition: 'ordered', frequency: 'month' }, ordered10May),
        'belongs-to-other-report',
      ),
    ).toMatchObject([{ params: { right: '2025-Q2', last: '2025-05-14' } }]);
  });

  it('accepts in the run-off only lines ordered before the agreement ended', async () => {
    const runOff: CheckContext = {
      ...oldPart,
      period: { key: '2026-Q2', start: '2026-04-01', end: '2026-05-02' },
      otherParts: { ...others, key: ['2026-Q2'], start: ['2026-04-01'], end: ['2026-07-01'] },
    };
    const next: CheckContext = {
      ...newPart,
      period: { key: '2026-Q2', start: '2026-04-01', end: '2026-07-01' },
      otherParts: { ...newPart.otherParts!, key: ['2026-Q2'], start: ['2026-04-01'], end: ['2026-05-02'] },
    };
    const [ordered30January, ordered2February] = [
      lineOf('10.04.2026', '30.01.2026'),
      lineOf('10.04.2026', '02.02.2026'),
    ];
    expect(await rowsTaken(runOff, next, { transition: 'ordered' }, ordered30January, ordered2February)).toEqual([
      [2],
      [3],
    ]);
    expect(
      findingsOf(await check(runOff, { transition: 'ordered' }, ordered2February), 'belongs-to-other-report'),
    ).toMatchObject([{ params: { to: '2026-01-31', other: 'Mat 2026', right: '2026-Q2' } }]);
  });

  it('leaves dates outside the whole period to the other check', async () => {
    const checkResult = await check(newPart, {}, lineOf('02.04.2026'));
    expect([
      findingsOf(checkResult, 'belongs-to-other-report').length,
      findingsOf(checkResult, 'date-outside-period')[0]?.params.right,
    ]).toEqual([0, '2026-Q2']);
  });
});
