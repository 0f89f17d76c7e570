export { unitName, unitStanding } from './codes/units.ts';
export type { InvoiceDocument, InvoiceItem, InvoiceLine, InvoiceParty, InvoiceTotals, LineCo2e } from './invoice/invoice.ts';
export { readUblInvoice } from './invoice/read-ubl-invoice.ts';
export { messageOf } from './messages/message-of.ts';
export { documentKinds, type DocumentKind, type FormatFinding, type Read, type Reading, type Refused } from './reading.ts';
