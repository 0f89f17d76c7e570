import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const context = { ...march, successions: { buyer: [1, 1], by: [2, 3], on: ['2026-03-10', '2026-03-10'] } };
const csv = (...lines: string[]) => checkCsv(report(...lines), { context });

describe('buyer-split', () => {
  it('asks once which successor bought after the day', async () => {
    const checkResult = await csv(
      line({ buyer: 'Sør-Odal', date: '10.03.2026' }),
      line({ buyer: 'Sør-Odal', date: '12.03.2026', invoice: 'F2' }),
    );
    expect(findingsOf(checkResult, 'buyer-split')).toMatchObject([
      { class: 0, severity: 'confirm', found: 'Sør-Odal', expected: 'Åsnes, Våler', cause: 'Sør-Odal' },
      { cause: 'Sør-Odal' },
    ]);
  });

  it('reports nothing before that day', async () => {
    expect((await csv(line({ buyer: 'Sør-Odal', date: '09.03.2026' }))).findings).toEqual([]);
  });
});
