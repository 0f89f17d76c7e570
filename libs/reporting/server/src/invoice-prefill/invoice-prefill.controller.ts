import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { LanguageQuery } from '../obligations/obligation.dto.ts';
import { ManualEntryDto } from '../manual-entry/manual-entry.dto.ts';
import { XLSX } from '../workbooks/send-workbook.ts';
import { PrefillManualEntry } from './prefill-manual-entry.ts';
import * as shape from './invoice-prefill.dto.ts';
import { AssessInvoiceQuality } from './assess-invoice-quality.ts';
import { OfferPrefill } from './offer-prefill.ts';
import { WritePrefilledWorkbook } from './write-prefilled-workbook.ts';

/** Reports prefilled from e-invoices that buyers have booked. */
@ApiTags('invoice prefill')
@Controller('obligations/:obligationId')
export class InvoicePrefillController {
  constructor(
    private readonly offer: OfferPrefill,
    private readonly begin: PrefillManualEntry,
    private readonly workbooks: WritePrefilledWorkbook,
    private readonly judge: AssessInvoiceQuality,
  ) {}

  /** Returns how much of the report can be prefilled from e-invoices. */
  @Get('invoice-prefill')
  @Permission('report.submit')
  @ApiOkResponse({ type: shape.InvoicedOfferDto })
  show(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Query() { language }: LanguageQuery) {
    return this.offer.run(obligationId, language);
  }

  /** Returns the template with lines filled in from e-invoices. */
  @Get('invoice-prefill/workbook')
  @Permission('report.submit')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  workbook(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Query() { language }: LanguageQuery) {
    return this.workbooks.run(obligationId, language);
  }

  /** Adds e-invoice lines to the manual entry. */
  @Post('manual-entry/prefill')
  @HttpCode(200)
  @Permission('report.submit')
  @ApiOkResponse({ type: ManualEntryDto })
  fillManualEntry(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { lines }: shape.StartManualEntryRequest,
  ) {
    return this.begin.run(obligationId, lines ?? null);
  }

  /** Returns whether the supplier's e-invoices are good enough to replace reports. */
  @Get('invoice-quality')
  @Permission('report.read')
  @ApiOkResponse({ type: shape.InvoiceQualityDto })
  quality(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Query() { language }: LanguageQuery) {
    return this.judge.run(obligationId, language);
  }
}
