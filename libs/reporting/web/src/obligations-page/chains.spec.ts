import { obligation } from '../testing.ts';
import { waitingCards } from './chains.ts';

const branch = (id: string, changes: object = {}) =>
  obligation({ id, part: { id: `b-${id}`, name: id, orgNumber: null }, ...changes });

describe('obligation card', () => {
  it('combines all branches of a chain with the same open period', () => {
    const waiting = [
      obligation({ id: 'alone' }),
      branch('Flisa'),
      branch('Grue'),
      branch('Åsnes', { period: { key: '2026-02', start: '2026-02-01', end: '2026-03-01' } }),
    ];
    const cards = waitingCards(waiting, [...waiting, branch('Eidskog', { state: 'accepted' })]);
    expect(cards.map(({ obligation: { id }, chain }) => [id, chain?.waiting.length ?? 0, chain?.of ?? 0])).toEqual([
      ['alone', 0, 0],
      ['Flisa', 2, 3],
      ['Åsnes', 0, 0],
    ]);
  });
});
