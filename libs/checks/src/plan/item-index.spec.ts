import { indexItems } from './item-index.ts';

const items = indexItems({
  items: {
    number: ['00412', 'A100', 'BP-14-G5', '77'],
    name: ['Kopipapir A4', 'Kontorstol grå', 'Bærbar PC 14', 'Laks'],
    gtin: [null, '7038010001239', null, null],
  },
  formerItems: { number: ['OLD-1'], item: [1] },
});

describe('the assortment', () => {
  it.each([
    ['00412', '', { item: 0, how: 'number' }],
    ['412', '', { item: 0, how: 'zeros' }],
    ['BP14G5', '', { item: 2, how: 'punctuation' }],
    ['OLD-1', '', { item: 1, how: 'former' }],
    ['A100-2', '', { item: 1, how: 'suffix' }],
    ['7038010001239', '', { item: 1, how: 'own-gtin' }],
    ['X9', 'Kopipapir, A4', { item: 0, how: 'name' }],
    ['X9', 'Noe annet', null],
  ])('finds %s %s', (number, name, found) => {
    expect(items.find(number, null, name)).toEqual(found);
  });

  it('finds an item by the GTIN next to another number', () =>
    expect(items.find('NY-7', '7038010001239', '')).toEqual({ item: 1, how: 'gtin' }));
});
