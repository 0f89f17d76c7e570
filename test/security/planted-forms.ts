import type { Patch } from '@tallgrunn/checks';
import { onBehalfDetails, marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import type { PlantedUpload } from './planted-uploads.ts';
import type { PersonSupply } from './planting.ts';
import type { World } from './world.ts';

/** One patch of every kind, with all its fields: a new kind or field does not compile until it is added here. */
type EveryPatch = { readonly [Kind in Patch['set']]: Required<Extract<Patch, { readonly set: Kind }>> };

function everyPatch(text: () => string): EveryPatch {
  return {
    cell: { set: 'cell', sheet: text(), row: 2, column: 1, value: text() },
    'leave-out': { set: 'leave-out', sheet: text(), row: 3 },
    'decimal-char': { set: 'decimal-char', field: text(), value: ',' },
    'date-order': { set: 'date-order', field: text(), value: 'day-first' },
    'date-shift': { set: 'date-shift', field: text(), days: 1 },
    column: { set: 'column', field: text(), heading: text() },
    'fill-down': { set: 'fill-down', field: text() },
    'whole-table': { set: 'whole-table', field: text(), value: 'period-end' },
    measure: { set: 'measure', value: 'amount' },
    unit: { set: 'unit', text: text(), unit: text(), factor: text(), to: text() },
    buyer: { set: 'buyer', text: text(), buyer: text() },
    item: { set: 'item', text: text(), item: text() },
    override: { set: 'override', code: text(), cause: text() },
  };
}

/** Builds reports with persons in the answers, the typed cells, the reported redactions and the sender. */
export function plantedForms(persons: PersonSupply, { agreement, obligationsOfOther }: World): PlantedUpload[] {
  const text = (): string => persons.next().written;
  const content = reportCsv(marchLines);
  const answers = (patches: readonly Patch[]): string =>
    JSON.stringify({ patches, mapping: [{ sheet: text(), headingRow: 1, columns: { [text()]: 1 } }] });
  const place = () => ({ sheet: text(), column: 20, heading: text(), row: 1 });
  const cut = (): string =>
    JSON.stringify({
      rows: 1,
      cells: 1,
      columns: [place()],
      unused: [place()],
      sheets: 1,
      leftOut: 1,
      whole: { sha256: 'a'.repeat(64), sizeBytes: 1 },
    });
  const report = {
    who: 'clerk',
    path: `/obligations/${agreement.obligations['2026-04']}/versions`,
    name: 'april.csv',
    content,
    planted: [],
  } as const;
  const obligation = obligationsOfOther['2026-02'];
  const number = () => persons.next(['number']).written;
  return [
    ...Object.values(everyPatch(text)).map((patch): PlantedUpload => ({
      ...report,
      door: 'answers to a report',
      fields: { answers: answers([patch]) },
    })),
    ...[1, 2, 3].map((): PlantedUpload => ({ ...report, door: 'what was cut away', fields: { cut: cut() } })),
    {
      ...report,
      door: 'answers of a program',
      path: `/obligations/${agreement.obligations['2026-04']}/checks`,
      fields: { answers: answers(Object.values(everyPatch(text))) },
    },
    {
      ...report,
      door: 'report on behalf',
      who: 'manager',
      path: `/obligations/${obligation}/versions/on-behalf`,
      fields: {
        behalf: JSON.stringify({
          ...onBehalfDetails,
          receivedFrom: `Finnskog ${number()}`,
          reason: `Sendt av ${text()}`,
        }),
      },
    },
  ];
}
