import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { ColumnMapping } from '../check-result.ts';
import type { Heading } from './find-heading.ts';

/**
 * Returns the heading assigned by a person or an earlier file. Remembered headings find columns that moved; null when
 * any is missing, so that the file is analysed from the start.
 */
export function headingFromMapping(mapping: ColumnMapping, sample: readonly Row[], plan: Plan): Heading | null {
  const at = sample.findIndex((row) => row.row === mapping.headingRow);
  const row = sample[at];
  const table = plan.tables.find((each) =>
    Object.keys(mapping.columns).every((name) => each.fields.some((field) => field.name === name)),
  );
  if (!table || (mapping.headingRow > 0 && !row)) return null;
  const headings = row?.cells.map(cellText) ?? [];
  const matches: ColumnMatch[] = [];
  for (const [name, index] of Object.entries(mapping.columns)) {
    const remembered = mapping.headings?.[name];
    const column =
      remembered === undefined
        ? index
        : headings.findIndex((text) => normaliseHeading(text) === normaliseHeading(remembered));
    if (column < 0) return null;
    matches.push({
      field: table.fields.find((field) => field.name === name)!,
      column,
      heading: headings[column] ?? '',
      how: 'given',
    });
  }
  return { table, top: mapping.headingRow, bottom: mapping.headingRow, below: at + 1, headings, matches };
}
