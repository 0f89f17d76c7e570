import { bytesOf, openTable, writeRedacted } from '@tallgrunn/tabular';
import type { TableFile } from '@tallgrunn/tabular';
import type { CheckContext } from '../context.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import { line, march, report } from '../testing.ts';
import type { CustomerAnswers } from './redact-file.ts';
import { FileRedactor, customersOf, inspectedTable } from './redact-file.ts';
import { FileInspection } from './inspect-file.ts';

export const terms = monthlyFood();
export const person = '13097248022';

export const csv = (text: string): Promise<TableFile> => openTable(bytesOf(new TextEncoder().encode(text)), 'alle.csv');

export async function inspect(table: TableFile, context: CheckContext = march): Promise<FileInspection> {
  const inspection = new FileInspection(compilePlan(terms, context), table);
  for await (const batch of inspectedTable(table, inspection).batches()) void batch;
  inspection.end();
  return inspection;
}

export async function redact(table: TableFile, answers?: CustomerAnswers) {
  const inspection = await inspect(table);
  const redactor = new FileRedactor(inspection, answers ? { answers } : {});
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRedacted(table, redactor)) pieces.push(piece);
  const written = Buffer.concat(pieces);
  return {
    look: inspection,
    cutting: redactor,
    customers: customersOf(inspection, answers),
    written: written.toString(),
    bytes: written,
  };
}

export const allCustomersCsv = report(
  line(), // 2
  line({ buyer: 'Rema 1000 Elverum AS', amount: '999,00' }), // 3
  line({ buyer: 'Elverum kommune' }), // 4
  line({ buyer: 'Kari Nordmann' }), // 5
  line({ buyer: 'Åsnes gård' }), // 6
  line({ buyer: 'Sør-Odal' }), // 7
  'Totalt;;;;;;9 876 543,00;;',
);
