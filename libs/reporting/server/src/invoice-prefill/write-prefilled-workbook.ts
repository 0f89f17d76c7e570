import { Injectable, type StreamableFile } from '@nestjs/common';
import { localText, type TermsTable } from '@tallgrunn/checks';
import { notFound } from '@tallgrunn/platform';
import type { WriteSheet, WriteValue } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { withoutPersons } from '@tallgrunn/values';
import { sendWorkbook } from '../workbooks/send-workbook.ts';
import { assortmentSheet, guidanceSheet, linesSheet } from '../workbooks/template-sheets.ts';
import { workbookTexts } from '../workbooks/workbook-texts.ts';
import { ListInvoiceLines, type PrefilledLine } from './list-invoice-lines.ts';

/**
 * Writes the template of an obligation with lines filled in from the buyers' e-invoices, and a sheet with the source of
 * each line. The completed file is checked like any other.
 */
@Injectable()
export class WritePrefilledWorkbook {
  constructor(private readonly invoiced: ListInvoiceLines) {}

  async run(obligationId: string, language: Language): Promise<StreamableFile> {
    const { terms, context, table, lines } = await this.invoiced.run(obligationId);
    if (!table || lines.length === 0) throw notFound('invoiced-lines');
    const texts = workbookTexts(language);
    const filled = {
      ...linesSheet(table, localText(table.title, language, texts.linesSheet), terms, context, language),
      rows: rowsOf(table, lines),
    };
    const assortment = assortmentSheet(context, language);
    return sendWorkbook(texts.invoicesName({ number: terms.id, period: context.period?.key ?? '' }), [
      filled,
      ...(assortment ? [assortment] : []),
      guidanceSheet(terms, language),
      originSheet(lines, language),
    ]);
  }
}

function* rowsOf({ fields }: TermsTable, lines: readonly PrefilledLine[]): Iterable<readonly WriteValue[]> {
  for (const { cells } of lines)
    yield fields.map(({ name, type, decimalChar }) => {
      const value = cells[name];
      if (value === undefined) return null;
      if (type === 'date') return value.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
      const isNumber = type === 'number' || type === 'integer';
      return isNumber && decimalChar !== '.' ? value.replace(',', '.') : withoutPersons(value);
    });
}

/** Builds the sheet of sources: one row per line, in the same order. */
function originSheet(lines: readonly PrefilledLine[], language: Language): WriteSheet {
  const { invoicesSheet, invoicesTold, row, buyer, invoice, invoiceLine, invoicedOn } = workbookTexts(language);
  const columns = [
    { header: row, kind: 'number' as const },
    ...[buyer, invoice, invoiceLine, invoicedOn].map((header) => ({ header, width: 24 })),
  ];
  return {
    name: invoicesSheet,
    titles: [invoicesTold],
    columns,
    rows: lines.map(({ from, buyer: name }, at) => [
      String(at + 2),
      name,
      from.invoiceNumber,
      from.invoiceLine,
      from.invoicedOn,
    ]),
  };
}
