import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { shiftCandidates, substitutions, type KindOnAgreement } from './substitutions.ts';

const kind = (code: string, mass: number, intensity: number, agreementId = 'a1'): KindOnAgreement => ({
  ...{ agreementId, agreement: agreementId, category: 'food', code, mass },
  kgCo2e: mass * intensity,
  amount: mass * 100,
});
const named = (bought: KindOnAgreement[], max = 5) =>
  shiftCandidates(bought, max).map(({ from, to }) => `${from.code} > ${to.code}`);

describe('proposed shifts', () => {
  it('use kinds of goods of the catalogue, each in one group', () => {
    const file = path.join(import.meta.dirname, '../../../../catalogue/server/src/data/products.json');
    const codes = (JSON.parse(readFileSync(file, 'utf8')) as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(substitutions.flat()));
    expect(new Set(substitutions.flat()).size).toBe(substitutions.flat().length);
  });

  it('go to the kind with clearly lower emissions of which most is bought', () => {
    expect(named([kind('beef', 100, 30), kind('poultry', 80, 10), kind('lentils', 5, 0.6)])).toEqual([
      'beef > poultry',
      'poultry > lentils',
    ]);
    expect(named([kind('beef', 100, 30), kind('lamb', 500, 29)])).toEqual([]);
    expect(named([kind('beef', 100, 30), kind('milk', 500, 3)])).toEqual([]);
  });

  it('stay within an agreement, and lower emissions', () => {
    const drawn = fc.record({
      code: fc.constantFrom(...substitutions.flat()),
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
          expect(substitutions.some((group) => group.includes(from.code) && group.includes(to.code))).toBe(true);
          expect(to.kgCo2e / to.mass).toBeLessThan(from.kgCo2e / from.mass);
        }
      }),
    );
  });
});
