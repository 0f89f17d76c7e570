import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { AcceptVersion } from './accept-version.ts';
import { ListFindings } from './list-findings.ts';
import { ListLines } from './list-lines.ts';
import { DownloadFile } from './download-file.ts';
import { LineDto, ReceiptDto } from './receipt.dto.ts';
import { XLSX } from '../workbooks/send-workbook.ts';
import { LanguageQuery } from '../obligations/obligation.dto.ts';
import { WriteAnnotated } from '../annotating/write-annotated.ts';
import { ReturnVersion } from './return-version.ts';
import { ShowReadingOptions } from './show-reading-options.ts';
import { ShowReceipt } from './show-receipt.ts';
import { ShowVersion } from './show-version.ts';
import { SubmitVersion } from './submit-version.ts';
import * as shape from './version.dto.ts';

@ApiTags('report versions')
@Controller('report-versions/:versionId')
export class ReportVersionsController {
  constructor(
    private readonly showVersion: ShowVersion,
    private readonly findings: ListFindings,
    private readonly lines: ListLines,
    private readonly original: DownloadFile,
    private readonly receipts: ShowReceipt,
    private readonly annotated: WriteAnnotated,
    private readonly answers: ShowReadingOptions,
  ) {}

  @Get()
  @Permission('report.read')
  @AllowApiKeys('report:submit', 'report:decide')
  @ApiOkResponse({ type: shape.VersionDto })
  show(@Param('versionId', ParseUUIDPipe) versionId: string) {
    return this.showVersion.run(versionId);
  }

  @Get('findings')
  @Permission('report.read')
  @AllowApiKeys('report:submit', 'report:decide')
  @ApiOkResponse({ type: shape.FindingPageDto })
  listFindings(@Param('versionId', ParseUUIDPipe) versionId: string, @Query() query: shape.FindingsQuery) {
    return this.findings.run({ versionId, ...query });
  }

  @Get('quarantined-rows')
  @Permission('report.read')
  @AllowApiKeys('report:submit', 'report:decide')
  @ApiOkResponse({ type: [shape.QuarantinedRowDto] })
  listQuarantinedRows(@Param('versionId', ParseUUIDPipe) versionId: string, @Query() { after }: shape.PageQuery) {
    return this.findings.quarantined(versionId, after);
  }

  @Get('lines')
  @Permission('report.read')
  @AllowApiKeys('report:submit', 'report:decide')
  @ApiOkResponse({ type: [LineDto] })
  listLines(@Param('versionId', ParseUUIDPipe) versionId: string, @Query() { after }: shape.PageQuery) {
    return this.lines.run(versionId, after);
  }

  @Get('receipt')
  @Permission('report.read')
  @AllowApiKeys('report:submit', 'report:decide')
  @ApiOkResponse({ type: ReceiptDto })
  receipt(@Param('versionId', ParseUUIDPipe) versionId: string) {
    return this.receipts.run(versionId);
  }

  /** Returns the original file. */
  @Get('file')
  @Permission('report.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(@Param('versionId', ParseUUIDPipe) versionId: string) {
    return this.original.run(versionId);
  }

  /** Returns the reading options, as a starting point for the next version. */
  @Get('reading-options')
  @Permission('report.read')
  @AllowApiKeys('report:submit', 'report:decide')
  @ApiOkResponse({ type: shape.VersionAnswersDto })
  readingOptions(@Param('versionId', ParseUUIDPipe) versionId: string) {
    return this.answers.run(versionId);
  }

  /** Returns the file with its findings; when it is not stored, a workbook of every row with its remarks. */
  @Get('annotated-rows')
  @Permission('report.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  annotatedRows(@Param('versionId', ParseUUIDPipe) versionId: string, @Query() { language }: LanguageQuery) {
    return this.annotated.run(versionId, language);
  }
}

@ApiTags('report versions')
@Controller('report-versions/:versionId')
export class VersionDecisionsController {
  constructor(
    private readonly submission: SubmitVersion,
    private readonly acceptance: AcceptVersion,
    private readonly returning: ReturnVersion,
    private readonly receipts: ShowReceipt,
  ) {}

  @Post('submit')
  @Permission('report.submit')
  @ApiCreatedResponse({ type: ReceiptDto })
  async submit(@Param('versionId', ParseUUIDPipe) versionId: string, @Body() body: shape.SubmissionRequest) {
    await this.submission.run(versionId, body);
    return this.receipts.run(versionId);
  }

  @Post('accept')
  @HttpCode(204)
  @Permission('report.review')
  @AllowApiKeys('report:decide')
  accept(@Param('versionId', ParseUUIDPipe) versionId: string) {
    return this.acceptance.run(versionId);
  }

  @Post('return')
  @HttpCode(204)
  @Permission('report.review')
  @AllowApiKeys('report:decide')
  return(@Param('versionId', ParseUUIDPipe) versionId: string, @Body() { reason }: shape.ReturnRequest) {
    return this.returning.run(versionId, reason);
  }
}
