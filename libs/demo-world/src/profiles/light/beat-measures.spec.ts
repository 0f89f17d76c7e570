import { generateChapter } from '../../latent/history.ts';
import { measureBeats } from './beat-measures.ts';
import { lightScenario } from './light.ts';

describe.each([1, 2, 3, 2026])('the story of seed %i', (seed) => {
  const value = (() => {
    const measures = measureBeats(generateChapter(lightScenario(seed)).deliveries);
    return (beat: string, part: string) =>
      measures.find((one) => one.beat === beat && one.what.includes(part))?.value ?? NaN;
  })();

  it('has less beef in Kongsvinger for a larger amount', () => {
    expect(value('a', 'food from Finnskog, kroner')).toBeGreaterThan(2);
    expect(value('a', 'food from Finnskog, kroner')).toBeLessThan(12);
    expect(value('a', 'food from Finnskog, tonnes')).toBeLessThan(-2);
    expect(value('a', 'beef')).toBeLessThan(-30);
  });

  it('has more laptops for a smaller amount', () => {
    expect(value('b', 'kroner')).toBeLessThan(-3);
    expect(value('b', 'tonnes')).toBeGreaterThan(-3);
    expect(value('b', 'pieces')).toBeGreaterThan(10);
  });

  it('has items outside the assortment, paper without a valid declaration, and claimable amounts', () => {
    expect(Math.abs(value('d', 'outside') - 18)).toBeLessThan(1.5);
    expect(Math.abs(value('f', 'paper') - 11)).toBeLessThan(2);
    expect(Math.abs(value('j', 'above') - 140_000)).toBeLessThan(15_000);
  });
});
