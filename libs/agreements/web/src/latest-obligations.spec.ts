import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { latestObligations } from './latest-obligations.ts';

const duty = (id: string, start: string, given: Partial<ObligationDto> = {}): ObligationDto =>
  ({
    id,
    agreement: { id: 'a1', number: 'A-1', title: 'Mat' },
    supplier: { id: 's1', name: 'Finnskog' },
    report: { key: 'deliveries', title: null },
    part: null,
    exemptReason: null,
    period: { key: start.slice(0, 7), start, end: start },
    ...given,
  }) as ObligationDto;
const ids = (duties: readonly ObligationDto[]) => latestObligations(duties, '2026-05-10').map(({ id }) => id);

describe('newest obligation of each agreement and supplier', () => {
  it('is the last one that has begun', () => {
    expect(
      ids([
        duty('march', '2026-03-01'),
        duty('may', '2026-05-01'),
        duty('june', '2026-06-01'),
        duty('april', '2026-04-01'),
      ]),
    ).toEqual(['may']);
  });

  it('is selected once per agreement and supplier', () => {
    const other = { agreement: { id: 'a2', number: 'A-2', title: 'IT', isMine: false } };
    expect(
      ids([
        duty('food', '2026-04-01'),
        duty('it', '2026-03-01', other),
        duty('another', '2026-04-01', { supplier: { id: 's2', name: 'Nettverket' } as ObligationDto['supplier'] }),
      ]),
    ).toEqual(['food', 'another', 'it']);
  });

  it('excludes exempt obligations, branches and other reports', () => {
    const branch = { part: { id: 'p1', name: 'Nord' } as unknown as ObligationDto['part'] };
    expect(
      ids([
        duty('off', '2026-05-01', { exemptReason: 'closed' }),
        duty('branch', '2026-05-01', branch),
        duty('climate', '2026-05-01', { report: { key: 'climate', title: null } }),
        duty('whole', '2026-01-01'),
      ]),
    ).toEqual(['whole']);
  });
});
