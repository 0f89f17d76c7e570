import { Injectable, type StreamableFile } from '@nestjs/common';
import { localText } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { sendWorkbook } from './send-workbook.ts';
import { assortmentSheet, guidanceSheet, linesSheet } from './template-sheets.ts';
import { workbookTexts } from './workbook-texts.ts';

/** The empty report of a duty as a workbook: the columns its terms ask for, with the lists its agreement knows, the agreed assortment, and how to fill it in. */
@Injectable()
export class WriteTemplate {
  constructor(private readonly prepare: PrepareCheck) {}

  async run(dutyId: string, language: Language): Promise<StreamableFile> {
    const { terms, context } = await this.prepare.basis(dutyId);
    const texts = workbookTexts(language);
    const lines = terms.tables.map((table) => linesSheet(table, localText(table.title, language, texts.linesSheet), terms, context, language));
    const assortment = assortmentSheet(context, language);
    return sendWorkbook(texts.templateName({ number: terms.id, period: context.period?.key ?? '' }), [...lines, ...(assortment ? [assortment] : []), guidanceSheet(terms, language)]);
  }
}
