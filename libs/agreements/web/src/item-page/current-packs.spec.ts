import { currentPacks } from './current-packs.ts';

const form = {
  unit: 'pk',
  contentQuantity: '2.5',
  contentUnit: 'kg',
  packQuantity: '6',
  packUnit: 'boks',
  gtin: null,
  packs: [{ level: 1, unit: 'kartong', contains: '4', of: 'boks', gtin: null, origin: 'price-form' as const }],
};
const by = { id: 'd1', reason: 'Talt på lager', decidedBy: 'Frida Forvalter', decidedAt: '2026-03-01T08:00:00Z' };

describe('current pack contents', () => {
  it('returns the packs of the price form, from the unit of the price upwards', () => {
    expect(
      currentPacks({ ...form, packDecisions: [] }).map(
        ({ unit, contains, of }) => `${unit} ${contains ?? ''} ${of ?? ''}`,
      ),
    ).toEqual(['pk 2.5 kg', 'boks 6 pk', 'kartong 4 boks']);
  });

  it('returns manual decisions, with the form value alongside', () => {
    const [, box, , trolley] = currentPacks({
      ...form,
      packDecisions: [
        { ...by, unit: 'Boks', contains: '12', of: 'pk' },
        { ...by, unit: 'tralle', contains: null, of: null },
      ],
    });
    expect(box).toMatchObject({
      unit: 'Boks',
      contains: '12',
      origin: 'decided',
      instead: { contains: '6', of: 'pk' },
    });
    expect(trolley).toMatchObject({ unit: 'tralle', contains: null, instead: null });
  });
});
