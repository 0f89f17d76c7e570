import { readInvoice } from './read-invoice.ts';
import { readTable } from './read-table.ts';
import type { Reader } from './reader.ts';

/** What a file can be read as. */
export const readers: Readonly<Record<string, Reader>> = { table: readTable, invoice: readInvoice };

/** Kinds that are known by name and answered with `kind-not-yet`. */
export const notYet: readonly string[] = ['ledger', 'declaration', 'catalogue', 'saft', 'notice'];
