import { Injectable, type StreamableFile } from '@nestjs/common';
import { localText, type CheckContext, type Terms } from '@tallgrunn/checks';
import type { WriteSheet } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { sendWorkbook } from './send-workbook.ts';
import { assortmentSheet, guidanceSheet, linesSheet } from './template-sheets.ts';
import { workbookTexts } from './workbook-texts.ts';

/**
 * Builds the sheets of an empty report: the columns required by the terms, with the lists known to the agreement, the
 * agreed assortment if any, and instructions.
 */
export function templateSheets(terms: Terms, context: CheckContext, language: Language): WriteSheet[] {
  const texts = workbookTexts(language);
  const lines = terms.tables.map((table) =>
    linesSheet(table, localText(table.title, language, texts.linesSheet), terms, context, language),
  );
  const assortment = assortmentSheet(context, language);
  return [...lines, ...(assortment ? [assortment] : []), guidanceSheet(terms, language)];
}

/** Writes the empty report of an obligation as a workbook. */
@Injectable()
export class WriteTemplate {
  constructor(private readonly prepare: PrepareCheck) {}

  async run(obligationId: string, language: Language): Promise<StreamableFile> {
    const { terms, context } = await this.prepare.basis(obligationId);
    return sendWorkbook(
      workbookTexts(language).templateName({ number: terms.id, period: context.period?.key ?? '' }),
      templateSheets(terms, context, language),
    );
  }
}
