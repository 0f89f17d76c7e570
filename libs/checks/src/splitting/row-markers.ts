import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';

/** Markers in a row that state where it belongs; '' when the column is missing or empty. */
export interface RowMarkers {
  readonly agreement: string;
  readonly lot: string;
  readonly branch: string;
}

const markerHeadings: Record<keyof RowMarkers, readonly string[]> = {
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
const normalised = Object.entries(markerHeadings).map(
  ([marker, headings]) => [marker as keyof RowMarkers, new Set(headings.map(normaliseHeading))] as const,
);

const columnsOf = (headings: readonly string[]) =>
  new Map(
    normalised.map(
      ([marker, known]) => [marker, headings.findIndex((heading) => known.has(normaliseHeading(heading)))] as const,
    ),
  );

/** Returns the 0-based marker columns. */
export const markerColumns = (headings: readonly string[]): number[] =>
  [...columnsOf(headings).values()].filter((column) => column >= 0);

/** Returns the function that reads the markers of a sheet's rows, by its column headings. */
export function markersReader(headings: readonly string[]): (row: Row) => RowMarkers {
  const columns = columnsOf(headings);
  const text = (row: Row, marker: keyof RowMarkers): string => {
    const column = columns.get(marker)!;
    return column < 0 ? '' : cellText(row.cells[column]).trim();
  };
  return (row) => ({ agreement: text(row, 'agreement'), lot: text(row, 'lot'), branch: text(row, 'branch') });
}
