import { documentKinds, type DocumentKind } from '@tallgrunn/formats';
import { readCatalogue } from './read-catalogue.ts';
import { readInvoice } from './read-invoice.ts';
import { readOther } from './read-other.ts';
import { readTable } from './read-table.ts';
import type { Reader } from './reader.ts';

const streaming: Partial<Record<DocumentKind, Reader>> = {
  table: readTable,
  invoice: readInvoice,
  catalogue: readCatalogue,
};

/** Readers by document kind; unsupported kinds return `document-type-not-supported`. */
export const readers: Readonly<Record<string, Reader>> = Object.fromEntries(
  documentKinds.map((kind) => [kind, streaming[kind] ?? readOther(kind)]),
);
