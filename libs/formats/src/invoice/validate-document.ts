import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import { isPlausibleDay } from '../plausible-day.ts';
import type { FormatFinding } from '../reading.ts';
import type { InvoiceDocument } from './invoice.ts';
import { validateParties } from './validate-parties.ts';
import { validateTotals } from './validate-totals.ts';

/** Validates the document as a whole. Lines are validated while they are read. */
export function validateDocument(document: InvoiceDocument, root: string): FormatFinding[] {
  const place = { path: `/${root}/LegalMonetaryTotal` };
  return [
    ...validateHeader(document, root),
    ...validateParties(document, root),
    ...Object.entries(document.totals).flatMap(([field, text]) =>
      text !== null && parseDecimal(text) === null
        ? [finding('number-not-read', 'confirm', { place, found: text, params: { field } })]
        : [],
    ),
    ...validateTotals(document, place),
  ];
}

function validateHeader(document: InvoiceDocument, root: string): FormatFinding[] {
  const required: [string, string | null][] = [
    ['ID', document.id],
    ['IssueDate', document.issuedOn],
    ['DocumentCurrencyCode', document.currency],
    ['LineExtensionAmount', document.totals.lineExtensionAmount],
  ];
  const missing = required
    .filter(([, text]) => text === null)
    .map(([field]) => finding('field-missing', 'confirm', { place: { path: `/${root}` }, params: { field } }));
  const dates = { IssueDate: document.issuedOn, DueDate: document.dueOn, TaxPointDate: document.taxPointOn };
  const wrong = Object.entries(dates).flatMap(([field, text]) =>
    text !== null && !isPlausibleDay(text)
      ? [finding('date-not-read', 'confirm', { place: { path: `/${root}/${field}` }, found: text, params: { field } })]
      : [],
  );
  const negative = parseDecimal(document.totals.lineExtensionAmount)?.startsWith('-') ?? false;
  const negativeCredit =
    document.type === 'credit-note' && negative
      ? [
          finding('credit-note-negative', 'confirm', {
            place: { path: `/${root}/LegalMonetaryTotal` },
            found: document.totals.lineExtensionAmount,
          }),
        ]
      : [];
  const isWithoutInvoice =
    document.type === 'credit-note' &&
    document.billingReferences.length === 0 &&
    document.lines.every((line) => line.billingReference === null);
  return [
    ...missing,
    ...wrong,
    ...negativeCredit,
    ...(isWithoutInvoice ? [finding('credit-note-without-invoice', 'info', { place: { path: `/${root}` } })] : []),
  ];
}
