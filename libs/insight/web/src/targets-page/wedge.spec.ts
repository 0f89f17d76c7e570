import { measure, target } from './testing-targets.ts';
import { wedgeOf } from './wedge.ts';

describe('wedgeOf', () => {
  it('goes from the level of the latest comparable months over the measures to the target', () => {
    const wedge = wedgeOf(target(), [measure()], '2026-04-20')!;
    // 1,000 t in 2025; the same months of 2026 are 5 % lower.
    expect(wedge.start).toBeCloseTo(950_000, 3);
    expect(wedge.years).toEqual([2026, 2027, 2028, 2029, 2030]);
    // From July, half of the first year.
    expect(wedge.bands[0]?.kg.map(Math.round)).toEqual([50_000, 100_000, 100_000, 100_000, 100_000]);
    expect(wedge.required).toBeCloseTo(350_000, 3);
    expect(wedge.coveredShare).toBeCloseTo(100 / 350, 6);
    expect([wedge.remaining, wedge.remainingLow, wedge.remainingHigh].map(Math.round)).toEqual([
      850_000, 800_000, 930_000,
    ]);
  });

  it('names measures without a calculated effect and those of others, and leaves out ended ones', () => {
    const wedge = wedgeOf(
      target({ buyerId: 'b1' }),
      [
        measure({ id: '1', buyerId: 'b1', title: 'Uten tall', expectedKg: null, expectedReason: 'no-factor' }),
        measure({ id: '2', buyerId: null, title: 'For hele regionen' }),
        measure({ id: '3', buyerId: 'b1', title: 'Avsluttet', state: 'ended' }),
      ],
      '2026-04-20',
    )!;
    expect([wedge.withoutEffect, wedge.ofOthers, wedge.bands]).toEqual([['Uten tall'], ['For hele regionen'], []]);
  });

  it('says when the level of today is that of the base year, and draws nothing without a base figure', () => {
    expect(wedgeOf(target({ years: [] }), [], '2026-04-20')).toMatchObject({
      isStartFromData: false,
      start: 1_000_000,
    });
    const unknown = { figure: null, reason: 'no-purchases' as const, incomplete: [] };
    expect(wedgeOf(target({ base: unknown, progressPath: [] }), [], '2026-04-20')).toBeNull();
    expect(wedgeOf(target({ kind: 'share-by-item' }), [], '2026-04-20')).toBeNull();
  });

  it('has no share where today’s level is below the target', () => {
    expect(wedgeOf(target({ targetValue: '990000' }), [], '2026-04-20')?.coveredShare).toBeNull();
  });
});
