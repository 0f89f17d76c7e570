import { Injectable, StreamableFile } from '@nestjs/common';
import { SpooledDownload } from '@tallgrunn/platform';
import { writeXlsx, type WriteColumn, type WriteSheet } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import type { DeviationFilter } from './deviation-filter.ts';
import { ListDeviationLines } from './list-deviation-lines.ts';
import { ListPriceDeviations } from './list-price-deviations.ts';
import { eachRow, priceWorkbookTexts, XLSX } from './price-workbook-texts.ts';
import type { DeviationSummaryDto } from './price-deviation.dto.ts';

/** Returns deviations as a workbook: a summary, and every line with its agreed price. */
@Injectable()
export class WritePriceWorkbook {
  constructor(
    private readonly deviations: ListPriceDeviations,
    private readonly lines: ListDeviationLines,
    private readonly download: SpooledDownload,
  ) {}

  async run(filter: DeviationFilter, language: Language): Promise<StreamableFile> {
    const t = priceWorkbookTexts[language];
    const summary = await this.deviations.summary(filter);
    const stream = this.download.run(() =>
      writeXlsx([summarySheet(summary, language), this.#lineSheet(filter, language)], { listsName: t.lists }),
    );
    return new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${t.fileName}"` });
  }

  #lineSheet(filter: DeviationFilter, language: Language): WriteSheet {
    const t = priceWorkbookTexts[language];
    const { heads } = t;
    const columns: WriteColumn[] = [
      { header: heads.supplier, width: 30 },
      { header: heads.agreement, width: 16 },
      { header: heads.basis, width: 12 },
      { header: heads.document, width: 18 },
      { header: heads.buyer, width: 26 },
      { header: heads.itemNumber, width: 14 },
      { header: heads.itemName, width: 40 },
      { header: heads.invoice, width: 16 },
      { header: heads.chargedOn, kind: 'date', width: 12 },
      { header: heads.quantity, kind: 'number', width: 12 },
      { header: heads.unit, width: 8 },
      { header: heads.price, kind: 'amount', width: 12 },
      { header: heads.agreedPrice, kind: 'amount', width: 12 },
      { header: heads.difference, kind: 'amount', width: 14 },
      { header: heads.currency, width: 8 },
      { header: heads.status, width: 20 },
      { header: heads.answer, width: 40 },
    ];
    return {
      name: t.lines,
      titles: [t.title, t.note],
      columns,
      rows: eachRow(this.lines.stream(filter), (line) => [
        ...[line.supplier, line.agreement, t.basis[line.basis], line.documentNumber, line.buyer, line.itemNumber],
        ...[line.itemName, line.invoiceNumber, line.chargedOn, line.quantity, line.unit, line.price],
        ...[line.agreedPrice, line.amount, line.currency, t.status[line.status], line.answer],
      ]),
    };
  }
}

/** Builds the sheet with one row per supplier, agreement and basis. */
export function summarySheet(summary: readonly DeviationSummaryDto[], language: Language): WriteSheet {
  const t = priceWorkbookTexts[language];
  const { heads } = t;
  const amount = (header: string): WriteColumn => ({ header, kind: 'amount', width: 18 });
  const number = (header: string): WriteColumn => ({ header, kind: 'number', width: 16 });
  return {
    name: t.summary,
    titles: [t.title, t.note],
    columns: [
      { header: heads.supplier, width: 30 },
      { header: heads.agreement, width: 40 },
      { header: heads.basis, width: 12 },
      { header: heads.currency, width: 8 },
      ...[number(heads.lineCount), amount(heads.amount), amount(heads.open), amount(heads.accepted)],
      ...[amount(heads.claimed), number(heads.compared), number(heads.unknown), number(heads.otherCurrency)],
      ...[number(heads.other), number(heads.vatUnknown), amount(heads.offAssortment)],
    ],
    rows: summary.map((row) => [
      ...[row.supplier.name, `${row.agreement.number} ${row.agreement.title}`, t.basis[row.basis], row.currency],
      ...[String(row.lineCount), row.amount, row.openAmount, row.acceptedAmount, row.claimedAmount],
      ...[row.comparedCount, row.unknown.count, row.otherCurrency.count].map(String),
      ...[row.other.count, row.vatUnknown.count].map(String),
      // An invoice line without an agreed item cannot be assigned to an agreement: the cell is empty, not zero.
      row.basis === 'reported' ? row.offAssortment.amount : null,
    ]),
  };
}
