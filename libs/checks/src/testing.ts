import { bytesOf, openTable } from '@tallgrunn/tabular';
import type { Cell, Row, SheetInfo, TableFile } from '@tallgrunn/tabular';
import type { CheckOptions } from './check-report.ts';
import { checkReport } from './check-report.ts';
import type { CheckContext } from './context.ts';
import { monthlyFood } from './examples/monthly-food.ts';
import type { Finding } from './finding.ts';
import { messageOf } from './texts/message-of.ts';
import type { CheckResult } from './check-result.ts';

/** Test data: a context with a few items, prices and buyers, which the builders below refer to. */

export const march: CheckContext = {
  agreement: { id: 'food', title: 'Mat og drikke' },
  period: { key: '2026-03', start: '2026-03-01', end: '2026-04-01' },
  testNumbers: true,
  items: {
    number: ['00412', '7001', 'H-N-M', 'A100'],
    name: ['Kopipapir A4', 'Lettmelk 10 l', 'Nitrilhansker M', 'Kontorstol grå'],
    gtin: [null, '7038010001239', null, null],
    unit: ['pk', 'stk', 'stk', 'stk'],
  },
  prices: {
    item: [0, 1, 2, 2, 3],
    price: ['40.00', '120.00', '1.12', '1.20', '2000.00'],
    from: ['2026-01-01', '2026-01-01', '2025-01-01', '2026-01-01', '2026-01-01'],
    to: [null, null, '2025-12-31', null, null],
  },
  buyers: {
    key: ['k', 's', 'a', 'v'],
    name: ['Kongsvinger', 'Sør-Odal', 'Åsnes', 'Våler'],
    orgNumber: ['944117784', null, null, null],
    municipalityNumber: ['3401', '3415', '3418', '3419'],
  },
  sites: { name: ['Grende skole'], orgNumber: ['311047116'], buyer: [1] },
  units: { item: [2], unit: ['eske'], factor: ['100'], to: ['stk'] },
};

export const heading = 'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato;Fakturanummer';
export const rightLine = 'Kongsvinger;7001;Lettmelk 10 l;2;stk;120,00;240,00;05.03.2026;F1';
/** The columns of `heading`, as parameters of line(…). */
const rightValues: Readonly<Record<string, string>> = {
  buyer: 'Kongsvinger',
  item: '7001',
  name: 'Lettmelk 10 l',
  quantity: '2',
  unit: 'stk',
  price: '120,00',
  amount: '240,00',
  date: '05.03.2026',
  invoice: 'F1',
};

/** Returns a correct line with the given changes. */
export function line(changes: Readonly<Record<string, string>> = {}): string {
  return Object.values({ ...rightValues, ...changes }).join(';');
}

/** Returns a file of lines under the usual heading. */
export function report(...lines: readonly string[]): string {
  return [heading, ...lines].join('\r\n');
}

type Options = Partial<CheckOptions>;

export async function checkCsv(text: string, options: Options = {}): Promise<CheckResult> {
  const table = await openTable(bytesOf(new TextEncoder().encode(text)), 'report.csv');
  return checkReport(table, { terms: monthlyFood(), context: march, ...options });
}

export interface SheetOf {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly merged?: string[];
  readonly rows: readonly (readonly (string | number | Partial<Cell> | null)[])[];
  readonly hiddenRows?: readonly number[];
}

function cellOf(value: string | number | Partial<Cell> | null): Cell {
  if (value === null || value === '') return { kind: 'empty', text: '' };
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'text', text: '', ...value };
}

/** Returns a workbook as the reader would return it, without bytes. */
export function workbookOf(...sheets: readonly SheetOf[]): TableFile {
  const infos: SheetInfo[] = sheets.map((sheet, at) => ({
    name: sheet.name ?? `Ark${at + 1}`,
    hidden: sheet.hidden ?? false,
    merged: sheet.merged ?? [],
  }));
  const rows = sheets.map((sheet, at) =>
    sheet.rows.map((cells, index): Row => ({
      sheet: infos[at]!.name,
      row: index + 1,
      cells: cells.map(cellOf),
      ...(sheet.hiddenRows?.includes(index + 1) && { hidden: true }),
    })),
  );
  return {
    format: 'xlsx',
    sheets: infos,
    notes: [],
    batches: async function* () {
      for (const each of rows) yield each;
    },
  };
}

export function checkSheets(sheets: readonly SheetOf[], options: Options = {}): Promise<CheckResult> {
  return checkReport(workbookOf(...sheets), { terms: monthlyFood(), context: march, ...options });
}

/** Headings and a correct line for workbooks. */
export const headingCells = heading.split(';');
export function lineCells(
  changes: Readonly<Record<string, string | number | Partial<Cell> | null>> = {},
): (string | number | Partial<Cell> | null)[] {
  return Object.values({
    ...rightValues,
    quantity: 2,
    price: 120,
    amount: 240,
    date: { kind: 'date' as const, text: '2026-03-05' },
    ...changes,
  });
}

/** Returns the findings of one check. @throws Error when a message in any language lacks a parameter */
export function findingsOf(checkResult: CheckResult, code: string): Finding[] {
  const findings = checkResult.findings.filter((finding) => finding.code === code);
  for (const finding of findings) {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const message = messageOf(finding, language);
      if (/[{}[\]]|undefined|NaN|«»/.test(finding.found ? message.replaceAll(finding.found, 'x') : message))
        throw new Error(`not a whole sentence: ${message}`);
    }
  }
  return findings;
}

/** Returns the codes of all findings that block or ask. */
export function troubles(checkResult: CheckResult): string[] {
  return [
    ...new Set(checkResult.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.code)),
  ];
}
