import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

const params = {
  before: { from: '2025-01', to: '2025-12' },
  after: { from: '2026-01', to: '2026-12' },
  missing: [
    { name: 'Grue', months: ['2025-03', '2025-04', '2026-02'] },
    { name: 'Våler', months: ['2026-12'] },
  ],
};

describe('missing months of a problem', () => {
  it('are listed per buyer in three languages', () => {
    const said = [nb, nn, en].map(({ problems }) => problems['periods-not-comparable'](params));
    expect(said[0]).toMatch(
      /^Periodene januar 2025–desember 2025 og januar 2026–desember 2026 kan ikke sammenlignes: .*\. Grue mangler mars 2025–april 2025, februar 2026\. Våler mangler desember 2026\.$/,
    );
    expect(said[1]).toContain('Grue manglar mars 2025–april 2025');
    expect(said[2]).toContain('Grue lacks March 2025–April 2025, February 2026. Våler lacks December 2026.');
  });

  it('are listed for the first buyers, with a sign that there are more', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ name: `K${at}`, months: ['2026-01'] }));
    const said = nb.problems['periods-not-comparable']({ ...params, missing: many });
    expect([said.includes('K4'), said.includes('K5'), said.endsWith('…')]).toEqual([true, false, true]);
  });

  it('are omitted when the problem has none', () => {
    for (const missing of [
      undefined,
      null,
      'x',
      [],
      [{ name: 'Grue', months: [] }],
      [{ name: 'Grue', months: ['2026-13', 7] }],
    ])
      expect(nb.problems['periods-not-comparable']({ ...params, missing })).toMatch(/i begge\.$/);
  });
});
