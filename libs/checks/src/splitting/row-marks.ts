import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { foldHeading } from '../plan/fold-heading.ts';

/** Markers in a row that state where it belongs; '' when the column is missing or empty. */
export interface RowMarks {
  readonly agreement: string;
  readonly lot: string;
  readonly branch: string;
}

const words: Record<keyof RowMarks, readonly string[]> = {
  agreement: [
    'Avtale',
    'Avtalenr',
    'Avtalenummer',
    'Avtalenavn',
    'Avtalenamn',
    'Avtalekode',
    'Rammeavtale',
    'Rammeavtalenr',
    'Rammeavtalenummer',
    'Kontrakt',
    'Kontraktnr',
    'Kontraktsnr',
    'Kontraktsnummer',
    'Agreement',
    'Agreement no',
    'Agreement number',
    'Framework agreement',
    'Contract',
    'Contract no',
    'Contract number',
  ],
  lot: ['Delkontrakt', 'Delkontraktnr', 'Delavtale', 'Lot', 'Lot no', 'Lott'],
  branch: [
    'Filial',
    'Filialnr',
    'Butikk',
    'Butikknavn',
    'Butikknamn',
    'Utsalgssted',
    'Utsalsstad',
    'Branch',
    'Store',
    'Selgende enhet',
    'Seljande eining',
    'Selger orgnr',
    'Seljar orgnr',
  ],
};
const folded = Object.entries(words).map(
  ([mark, headings]) => [mark as keyof RowMarks, new Set(headings.map(foldHeading))] as const,
);

const columnsOf = (headings: readonly string[]) =>
  new Map(
    folded.map(([mark, known]) => [mark, headings.findIndex((heading) => known.has(foldHeading(heading)))] as const),
  );

/** Returns the 0-based marker columns. */
export const markColumns = (headings: readonly string[]): number[] =>
  [...columnsOf(headings).values()].filter((column) => column >= 0);

/** Returns the function that reads the markers of a sheet's rows, by its column headings. */
export function marksReader(headings: readonly string[]): (row: Row) => RowMarks {
  const columns = columnsOf(headings);
  const text = (row: Row, mark: keyof RowMarks): string => {
    const column = columns.get(mark)!;
    return column < 0 ? '' : cellText(row.cells[column]).trim();
  };
  return (row) => ({ agreement: text(row, 'agreement'), lot: text(row, 'lot'), branch: text(row, 'branch') });
}
