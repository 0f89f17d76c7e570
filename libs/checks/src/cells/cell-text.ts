import type { Cell, Row } from '@tallgrunn/tabular';

/** Returns the trimmed text of a cell; '' when there is no cell. */
export function cellText(cell: Cell | undefined): string {
  return cell === undefined || cell.kind === 'empty' ? '' : cell.text.trim();
}

const rule = /^\s*[-=_+*~]{3,}\s*$/;

/** Returns whether a text is a line drawn with characters, as some lists have below their headings. */
function isRule(text: string): boolean {
  const first = text.trimStart().charCodeAt(0);
  return (
    (first === 45 || first === 61 || first === 95 || first === 43 || first === 42 || first === 126) && rule.test(text)
  );
}

/** Returns whether a row contains only spaces and drawn lines. */
export function isBlankRow(row: Row): boolean {
  return row.cells.every(
    (cell) =>
      cell.kind === 'empty' ||
      (cell.text === '' && cell.formula === undefined) ||
      (cell.kind === 'text' && (cell.text.trim() === '' || isRule(cell.text))),
  );
}
