import type { LineLinkDto } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import { nb } from '../texts/nb.ts';
import { linkExplanations } from './link-explanations.ts';

const wording = { money: (text: string) => `${text} kr` } as unknown as Wording;
const link = (step: string, evidence: Record<string, unknown>, spendLineNo = 1) =>
  ({ versionId: 'v', reportLineNo: 1, batchId: 'b', spendLineNo, step, amount: '1', evidence }) as LineLinkDto;

describe('link explanations', () => {
  it('describe a sum of many lines once', () => {
    const evidence = { invoice: '70012', month: '2026-01', reported: 98, booked: 100 };
    expect(
      linkExplanations(
        [
          link('invoice-difference', { ...evidence, item: '512' }),
          link('invoice-difference', { ...evidence, item: '77' }, 2),
        ],
        { 'invoice-difference': 'samme fakturanummer, men summene er ulike' },
        nb,
        wording,
      ),
    ).toEqual([
      {
        sentence: 'Samme fakturanummer, men summene er ulike.',
        evidence: 'faktura 70012 · rapportert 98 kr, bokført 100 kr',
      },
    ]);
  });
});
