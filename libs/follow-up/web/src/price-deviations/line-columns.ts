import type { DeviationLineDto } from '@tallgrunn/api-client/shapes';
import type { Column, Wording } from '@tallgrunn/design';
import type { ClaimsTexts } from '../texts/claims/nb.ts';

/** Returns the columns of lines above the agreed price. */
export function lineColumns(t: ClaimsTexts, wording: Wording): readonly Column<DeviationLineDto>[] {
  const { heads, statuses } = t.pair;
  const money = (of: (row: DeviationLineDto) => string) => (row: DeviationLineDto) =>
    t.money({ amount: of(row), currency: row.currency });
  return [
    {
      key: 'item',
      head: heads.item,
      text: ({ itemNumber, itemName }) => [itemNumber, itemName].filter(Boolean).join(' ') || t.pair.unnamed,
      order: ({ itemNumber }) => itemNumber ?? '',
    },
    { key: 'buyer', head: heads.buyer, text: ({ buyer }) => buyer ?? '', order: ({ buyer }) => buyer ?? '' },
    {
      key: 'on',
      head: heads.on,
      text: ({ chargedOn }) => (chargedOn ? wording.date(chargedOn, 'short') : ''),
      order: ({ chargedOn }) => chargedOn ?? '',
    },
    {
      key: 'quantity',
      head: heads.quantity,
      numeric: true,
      text: ({ quantity, unit }) =>
        quantity === null ? '' : [wording.quantity(quantity), unit].filter(Boolean).join(' '),
      order: ({ quantity }) => Number(quantity ?? 0),
    },
    {
      key: 'price',
      head: heads.price,
      numeric: true,
      text: money(({ price }) => price),
      order: ({ price }) => Number(price),
    },
    {
      key: 'agreed',
      head: heads.agreed,
      numeric: true,
      text: money(({ agreedPrice }) => agreedPrice),
      order: ({ agreedPrice }) => Number(agreedPrice),
    },
    {
      key: 'difference',
      head: heads.difference,
      numeric: true,
      text: money(({ amount }) => amount),
      order: ({ amount }) => Number(amount),
    },
    { key: 'status', head: heads.status, text: ({ status }) => statuses[status] },
    { key: 'answer', head: heads.answer, text: ({ answer }) => answer ?? '' },
  ];
}
