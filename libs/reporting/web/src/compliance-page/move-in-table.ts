const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves focus between the links of a table's cells with the arrow keys, skipping cells without a link. */
export function moveInTable(event: KeyboardEvent): void {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th');
  const table = cell?.closest('table');
  if (!step || !cell || !table) return;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  let row = rows.findIndex((each) => each.contains(cell));
  let column = cell.cellIndex;
  for (;;) {
    row += step[0];
    column += step[1];
    const next = rows[row]?.cells[column];
    if (!next || column < 0) return;
    const link = next.querySelector('a');
    if (!link) continue;
    event.preventDefault();
    link.focus();
    return;
  }
}
