import { bytesOf, openTable, writeCut } from '@tallgrunn/tabular';
import type { TableFile } from '@tallgrunn/tabular';
import type { CheckContext } from '../context.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import { line, march, report } from '../testing.ts';
import type { CustomerAnswers } from './cut-file.ts';
import { CutFile, customersOf, lookedTable } from './cut-file.ts';
import { FileLook } from './file-look.ts';

export const terms = monthlyFood();
export const person = '13097248022';

export const csv = (text: string): Promise<TableFile> => openTable(bytesOf(new TextEncoder().encode(text)), 'alle.csv');

export async function lookAt(table: TableFile, context: CheckContext = march): Promise<FileLook> {
  const look = new FileLook(compilePlan(terms, context), table);
  for await (const batch of lookedTable(table, look).batches()) void batch;
  look.end();
  return look;
}

export async function cut(table: TableFile, answers?: CustomerAnswers) {
  const look = await lookAt(table);
  const cutting = new CutFile(look, answers ? { answers } : {});
  const pieces: Uint8Array[] = [];
  for await (const piece of writeCut(table, cutting)) pieces.push(piece);
  const written = Buffer.concat(pieces);
  return { look, cutting, customers: customersOf(look, answers), written: written.toString(), bytes: written };
}

export const everybody = report(
  line(), // 2
  line({ buyer: 'Rema 1000 Elverum AS', amount: '999,00' }), // 3
  line({ buyer: 'Elverum kommune' }), // 4
  line({ buyer: 'Kari Nordmann' }), // 5
  line({ buyer: 'Åsnes gård' }), // 6
  line({ buyer: 'Sør-Odal' }), // 7
  'Totalt;;;;;;9 876 543,00;;',
);
