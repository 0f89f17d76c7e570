import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { latestObligations } from './latest-obligations.ts';

const obligation = (id: string, start: string, given: Partial<ObligationDto> = {}): ObligationDto =>
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
const ids = (obligations: readonly ObligationDto[]) => latestObligations(obligations, '2026-05-10').map(({ id }) => id);

describe('newest obligation of each agreement and supplier', () => {
  it('is the last one that has begun', () => {
    expect(
      ids([
        obligation('march', '2026-03-01'),
        obligation('may', '2026-05-01'),
        obligation('june', '2026-06-01'),
        obligation('april', '2026-04-01'),
      ]),
    ).toEqual(['may']);
  });

  it('is selected once per agreement and supplier', () => {
    const other = { agreement: { id: 'a2', number: 'A-2', title: 'IT', isMine: false } };
    expect(
      ids([
        obligation('food', '2026-04-01'),
        obligation('it', '2026-03-01', other),
        obligation('another', '2026-04-01', {
          supplier: { id: 's2', name: 'Nettverket' } as ObligationDto['supplier'],
        }),
      ]),
    ).toEqual(['food', 'another', 'it']);
  });

  it('excludes exempt obligations, branches and other reports', () => {
    const branch = { part: { id: 'p1', name: 'Nord' } as unknown as ObligationDto['part'] };
    expect(
      ids([
        obligation('off', '2026-05-01', { exemptReason: 'closed' }),
        obligation('branch', '2026-05-01', branch),
        obligation('climate', '2026-05-01', { report: { key: 'climate', title: null } }),
        obligation('whole', '2026-01-01'),
      ]),
    ).toEqual(['whole']);
  });
});
