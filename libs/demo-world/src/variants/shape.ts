import { numberText } from '../reports/planting.ts';
import { milliText, oreText, total } from '../values/amounts.ts';
import type { Cell } from '../writing/cell.ts';
import { columnName } from '../writing/workbook.ts';
import type { VariantDraft, DraftRow } from './draft.ts';

export type Shaper = (draft: VariantDraft) => void;

const townOf = ({ line }: DraftRow): string => line?.deliveries[0]?.site.municipality.name ?? '';
const ore = ({ line }: DraftRow): number => line?.amount ?? 0;

/** Builds a row with a label in the first column and a sum in the amount column. */
function sumRow({ fields }: VariantDraft, word: string, sum: number): DraftRow {
  const first = fields.findIndex((field) => field !== 'amount');
  return {
    line: null,
    planted: true,
    cells: fields.map((field, at): Cell =>
      at === first ? word : field === 'amount' ? { number: oreText(sum) } : null,
    ),
  };
}

export const titleRows: Shaper = (draft) => {
  const titles = draft.rng.sample(
    ['Salgsrapport', 'Leverandør: Eksempel AS', 'Utskrift fra salgssystemet', ''],
    draft.rng.int(1, 4),
  );
  draft.rows.unshift(...titles.map((title): DraftRow => ({ line: null, cells: [title] })));
};

const groupNames = ['Kundedata', 'Varedata', 'Leveranse', 'Annet'];

/**
 * Spreads the headings over two rows: some are merged over both, the others are in the second row under group names.
 */
const twoRows: Shaper = (draft) => {
  const [heading, ...lines] = draft.rows as [DraftRow, ...DraftRow[]];
  const high = new Set(
    draft.rng.sample(
      heading.cells.map((_, at) => at),
      draft.rng.int(2, 4),
    ),
  );
  const groups = groupNames.values();
  const upper = heading.cells.map((cell, at): Cell =>
    high.has(at) ? cell : at === 0 || high.has(at - 1) ? (groups.next().value ?? null) : null,
  );
  draft.merged.push(...[...high].map((at) => `${columnName(at + 1)}1:${columnName(at + 1)}2`));
  draft.rows = [
    { line: null, cells: upper },
    { line: null, cells: heading.cells.map((cell, at) => (high.has(at) ? null : cell)) },
    ...lines,
  ];
};

/** Merges one heading over its own column and an empty one to the right. */
const twoColumns: Shaper = (draft) => {
  const column = draft.rng.int(0, draft.fields.length - 1);
  draft.rows = draft.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(column + 1, 0, null) }));
  draft.merged.push(`${columnName(column + 1)}1:${columnName(column + 2)}1`);
};

export const mergedHeading: Shaper = (draft) => draft.rng.pick([twoRows, twoColumns])(draft);

/** Writes one sheet per customer, and often a summary sheet. */
export const severalSheets: Shaper = (draft) => {
  const [heading, ...lines] = draft.rows as [DraftRow, ...DraftRow[]];
  const byTown = [...Map.groupBy(lines, townOf)];
  const [, first] = byTown[0] as [string, DraftRow[]];
  draft.rows = [heading, ...first];
  draft.others = byTown
    .slice(1)
    .map(([name, rows]) => ({ name, rows: [heading.cells, ...rows.map(({ cells }) => cells)] }));
  if (draft.rng.chance(0.5))
    draft.others.push({
      name: 'Sum',
      rows: [
        ['Kommune', 'Beløp'],
        ...byTown.map(([name, rows]): Cell[] => [name, { number: oreText(total(rows, ore)) }]),
      ],
    });
};

const totalBy =
  (off: (draft: VariantDraft) => number): Shaper =>
  (draft) =>
    void draft.rows.push(
      sumRow(
        draft,
        draft.rng.pick(['Totalt', 'Sum', 'Sum totalt', 'Total', 'TOTALSUM', 'Totalt eks. mva:', 'I alt', 'Sum:']),
        total(draft.rows, ore) + off(draft),
      ),
    );
export const totalRow: Shaper = totalBy(() => 0);
export const totalOff: Shaper = totalBy(({ rng }) => rng.pick([-1, 1]) * rng.int(100, 900) * 100);

/** Groups the lines by customer, with a sum after each. */
export const subtotals: Shaper = (draft) => {
  const [heading, ...lines] = draft.rows as [DraftRow, ...DraftRow[]];
  const word = draft.rng.pick(['Sum', 'Delsum', 'Totalt', 'Subtotal']);
  draft.rows = [
    heading,
    ...[...Map.groupBy(lines, townOf)].flatMap(([name, rows]) => [
      ...rows,
      sumRow(draft, `${word} ${name}`, total(rows, ore)),
    ]),
  ];
};

/** Writes a cross table: items in rows, customers in columns, quantities in the cells. */
export const crossTable: Shaper = (draft) => {
  const lines = draft.rows.slice(1);
  const towns = [...new Set(lines.map(townOf))];
  const kept = ['itemNumber', 'itemName', 'unit', 'unitPrice', 'deliveredOn'] as const;
  const headings = kept.map((field) => (draft.rows[0] as DraftRow).cells[draft.fields.indexOf(field)] as Cell);
  const items = [
    ...Map.groupBy(
      lines.filter(({ line }) => line),
      ({ line }) => numberText(line?.cells.itemNumber ?? null),
    ).values(),
  ];
  const quantity = (rows: readonly DraftRow[], town: string): Cell => {
    const sum = total(
      rows.filter((row) => townOf(row) === town),
      ({ line }) => line?.quantity ?? 0,
    );
    return sum === 0 ? null : { number: milliText(sum) };
  };
  draft.rows = [
    { line: null, cells: [...headings, ...towns] },
    ...items.map((rows): DraftRow => ({
      line: null,
      cells: [
        ...kept.map((field) => rows[0]?.line?.cells[field] ?? null),
        ...towns.map((town) => quantity(rows, town)),
      ],
    })),
  ];
};

export const oldTemplate: Shaper = (draft) =>
  void draft.rows.unshift({ line: null, cells: [`Malversjon: ${draft.rng.pick(['2021', '2022', '2023'])}`] });

/** Adds a title that names another agreement of the same buyers. */
export const otherAgreement: Shaper = (draft) => {
  const { scenario, submission } = draft.bed;
  const other = draft.rng.pick(scenario.agreements.filter(({ number }) => number !== submission.agreement));
  draft.rows.unshift({ line: null, cells: [`Rapport ${other.name}`] });
};

/** Truncates the file, as after an interrupted transfer. */
export const cutOff: Shaper = (draft) => void (draft.keptShare = draft.rng.between(0.2, 0.9));
