import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { SpooledDownload } from '@tallgrunn/platform';
import { writeXlsx, type WriteSheet } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { SumVariances, type Variance } from './sum-variances.ts';
import type { VarianceQuery } from './variance-lines.ts';

const words: Readonly<Record<Language, { readonly sheet: string; readonly heads: readonly string[] }>> = {
  nb: {
    sheet: 'Mengde og pris',
    heads: [
      'Leverandør',
      'Avtale',
      'Linjer',
      'Bokført',
      'Rapportert',
      'Forskjell',
      'Mengde',
      'Pris',
      'Ukjent',
      'Herav merverdiavgift',
      'Innenfor toleranse, linjer',
      'Innenfor toleranse, forskjell',
      'Å følge opp, linjer',
      'Å følge opp, forskjell',
    ],
  },
  nn: {
    sheet: 'Mengd og pris',
    heads: [
      'Leverandør',
      'Avtale',
      'Linjer',
      'Bokført',
      'Rapportert',
      'Skilnad',
      'Mengd',
      'Pris',
      'Ukjent',
      'Av dette meirverdiavgift',
      'Innanfor toleranse, linjer',
      'Innanfor toleranse, skilnad',
      'Å følgje opp, linjer',
      'Å følgje opp, skilnad',
    ],
  },
  en: {
    sheet: 'Quantity and price',
    heads: [
      'Supplier',
      'Agreement',
      'Lines',
      'Booked',
      'Reported',
      'Difference',
      'Quantity',
      'Price',
      'Unknown',
      'Of which VAT',
      'Within tolerance, lines',
      'Within tolerance, difference',
      'To follow up, lines',
      'To follow up, difference',
    ],
  },
};

/** Exports the quantity and price variances of the page as a workbook. */
@Injectable()
export class ExportVariances {
  constructor(
    private readonly sum: SumVariances,
    private readonly download: SpooledDownload,
  ) {}

  async run(query: VarianceQuery, language: Language): Promise<Readable> {
    const variances = await this.sum.run(query);
    return this.download.run(() => writeXlsx([varianceSheet(variances, language)]));
  }
}

/** The text columns come first, then the numbers. */
const TEXTS = 2;

export function varianceSheet(variances: readonly Variance[], language: Language): WriteSheet {
  const { sheet, heads } = words[language];
  const rows = variances.map((one) => [
    one.supplier,
    one.agreement,
    String(one.lineCount),
    one.booked,
    one.reported,
    one.difference,
    one.quantityPart,
    one.pricePart,
    one.unknownPart,
    one.vatPart,
    String(one.withinTolerance.lineCount),
    one.withinTolerance.difference,
    String(one.toFollowUp.lineCount),
    one.toFollowUp.difference,
  ]);
  return {
    name: sheet,
    columns: heads.map((header, at) => ({ header, kind: at < TEXTS ? 'text' : 'number', width: 18 })),
    rows,
  };
}
