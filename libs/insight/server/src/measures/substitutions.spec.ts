import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { shiftCandidates, substitutedKinds, substitutions, type KindOnAgreement } from './substitutions.ts';

const kind = (code: string, mass: number, intensity: number, agreementId = 'a1'): KindOnAgreement => ({
  ...{ agreementId, agreement: agreementId, category: 'food', code, mass },
  kgCo2e: mass * intensity,
  amount: mass * 100,
});
const named = (bought: KindOnAgreement[], max = 5) =>
  shiftCandidates(bought, max).map(({ from, to }) => `${from.code} > ${to.code}`);

describe('proposed shifts', () => {
  it('use kinds of goods of the catalogue, and never one in both directions', () => {
    const file = path.join(import.meta.dirname, '../../../../catalogue/server/src/data/products.json');
    const codes = (JSON.parse(readFileSync(file, 'utf8')) as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining([...substitutedKinds]));
    for (const [from, substitutes] of Object.entries(substitutions))
      for (const to of substitutes)
        expect([from, to, substitutions[to] ?? []]).toEqual([from, to, expect.not.arrayContaining([from, to])]);
  });

  it('go to the kind with clearly lower emissions of which most is bought', () => {
    expect(named([kind('beef', 100, 30), kind('poultry', 80, 10), kind('lentils', 5, 0.6)])).toEqual([
      'beef > poultry',
      'poultry > lentils',
    ]);
    expect(named([kind('beef', 100, 30), kind('lamb', 500, 29)])).toEqual([]);
    expect(named([kind('beef', 100, 30), kind('milk', 500, 3)])).toEqual([]);
    expect(named([kind('poultry', 100, 10), kind('eggs', 500, 4)])).toEqual([]);
  });

  it('stay within an agreement, and lower emissions', () => {
    const drawn = fc.record({
      code: fc.constantFrom(...substitutedKinds),
      mass: fc.integer({ min: -5, max: 5000 }),
      intensity: fc.integer({ min: -1, max: 400 }),
      agreementId: fc.constantFrom('a1', 'a2', 'a3'),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (rows, max) => {
        const bought = rows.map((row) => kind(row.code, row.mass, row.intensity / 10, row.agreementId));
        const found = shiftCandidates(bought, max);
        expect(found.length).toBeLessThanOrEqual(max);
        for (const { from, to } of found) {
          expect(to.agreementId).toBe(from.agreementId);
          expect(substitutions[from.code]).toContain(to.code);
          expect(to.kgCo2e / to.mass).toBeLessThan(from.kgCo2e / from.mass);
        }
      }),
    );
  });
});
