import { amountsByCurrency, count, ledgerLine, withheldPart } from './ledger-schema.ts';
import { each, type JsonSchema, listOf, maybeDay, maybeText, object, schemaDocument, text } from './parts.ts';

/** The document that `read --as saft` prints. */
export const saftSchema: JsonSchema = schemaDocument(
  'saft',
  'SAF-T Financial',
  object({
    ...each(text, 'version', 'currency', 'debit', 'credit'),
    created: maybeDay,
    ...each(maybeText, 'software', 'from', 'to'),
    company: object(each(maybeText, 'orgNumber', 'name')),
    ...each(count, 'transactions', 'rows', 'lineCount', 'quarantined'),
    totals: amountsByCurrency,
    leftOut: listOf(object({ reason: text, rows: count, amounts: amountsByCurrency })),
    withheld: listOf(withheldPart),
    lines: listOf(ledgerLine),
  }),
);
