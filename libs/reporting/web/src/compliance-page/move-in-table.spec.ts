import { moveInTable } from './move-in-table.ts';

describe('arrow keys in a table', () => {
  const table = document.createElement('table');
  table.innerHTML = `<tbody>
    <tr><th>A</th><td><a href="#" id="a1"></a></td><td></td><td><a href="#" id="a3"></a></td></tr>
    <tr><th>B</th><td><a href="#" id="b1"></a></td><td><a href="#" id="b2"></a></td><td></td></tr></tbody>`;
  document.body.append(table);
  table.addEventListener('keydown', moveInTable);

  it.each([
    ['a1', 'ArrowRight', 'a3'],
    ['a1', 'ArrowDown', 'b1'],
    ['b2', 'ArrowUp', 'b2'],
    ['b2', 'ArrowLeft', 'b1'],
    ['b1', 'ArrowLeft', 'b1'],
    ['a1', 'Enter', 'a1'],
  ])('moves from %s with %s to %s', (from, key, to) => {
    document.getElementById(from)?.focus();
    document.getElementById(from)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(document.activeElement?.id).toBe(to);
  });
});
