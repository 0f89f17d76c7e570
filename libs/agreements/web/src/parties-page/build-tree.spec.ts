import { buildTree, statusOn } from './build-tree.ts';

const unit = (id: string, parentId: string | null = null) => ({
  id,
  name: id,
  parentId,
  kind: 'site' as const,
  orgNumber: null,
  costCentre: null,
  deliveryNames: [],
  fromOn: null,
  untilOn: null,
});

describe('site tree', () => {
  it('preserves the given order', () => {
    const tree = buildTree([
      unit('oppvekst'),
      unit('skole', 'oppvekst'),
      unit('kantine', 'skole'),
      unit('sykehjem'),
      unit('foreldreløs', 'borte'),
    ]);
    expect(tree.map(({ unit: { id }, under }) => [id, under.map((each) => [each.unit.id, each.under.length])])).toEqual(
      [
        ['oppvekst', [['skole', 1]]],
        ['sykehjem', []],
        ['foreldreløs', []],
      ],
    );
  });

  it.each([
    [{ fromOn: null, untilOn: null }, 'running'],
    [{ fromOn: '2026-05-01', untilOn: null }, 'coming'],
    [{ fromOn: null, untilOn: '2026-04-14' }, 'running'],
    [{ fromOn: null, untilOn: '2026-04-13' }, 'ended'],
  ])('classifies %j as %s', (span, standing) => expect(statusOn(span, '2026-04-14')).toBe(standing));
});
