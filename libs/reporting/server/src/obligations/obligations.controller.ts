import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Permission, requireSpooledFile, AllowApiKeys } from '@tallgrunn/platform';
import { parseReadingOptions } from '../checking/reading-options.ts';
import { parseRedactionNotice } from '../checking/redaction-notice.ts';
import * as shape from './obligation.dto.ts';
import { ExplainNilReturn } from './explain-nil-return.ts';
import { ListObligations } from './list-obligations.ts';
import { ListOverriddenChecks } from '../compliance/list-overridden-checks.ts';
import { OverrideDto } from '../compliance/overridden-check.dto.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import { SubmitNilReturn } from './submit-nil-return.ts';
import { SubmitNilReturns } from './report-nothing-for-many.ts';
import { sendGzippedJson } from './send-gzipped-json.ts';
import { ShowCompliance } from '../compliance/show-compliance.ts';
import { ShowObligation } from './show-obligation.ts';
import { XLSX } from '../workbooks/send-workbook.ts';
import { UploadBody, VersionIdDto } from '../versions/version.dto.ts';
import { WriteTemplate } from '../workbooks/write-template.ts';

const CUT_TOLD =
  'JSON: what was cut away before the file was sent, {rows, columns: [{sheet, column, heading, row?}], cells, whole: {sha256, sizeBytes} | null}. Left out: the file was not looked through, and is looked through here.';

@ApiTags('obligations')
@Controller('obligations')
export class ObligationsController {
  constructor(
    private readonly listObligations: ListObligations,
    private readonly showObligation: ShowObligation,
    private readonly prepare: PrepareCheck,
    private readonly receive: ReceiveVersion,
    private readonly nothing: SubmitNilReturn,
    private readonly nothingForMany: SubmitNilReturns,
    private readonly templates: WriteTemplate,
    private readonly explain: ExplainNilReturn,
  ) {}

  @Get()
  @Permission('obligation.read')
  @AllowApiKeys('report:check', 'report:submit', 'report:decide')
  @ApiOkResponse({ type: [shape.ObligationDto] })
  list(@Query() query: shape.ObligationsQuery) {
    return this.listObligations.run(query);
  }

  /** Submits nil returns for several obligations; each gets its own result. 404 when none of them exists. */
  @Post('report-nil')
  @HttpCode(200)
  @Permission('report.submit')
  @ApiOkResponse({ type: [shape.NilReturnResultDto] })
  reportNilForMany(@Body() { obligationIds }: shape.NilReturnsRequest) {
    return this.nothingForMany.run(obligationIds);
  }

  @Get(':obligationId')
  @Permission('obligation.read')
  @AllowApiKeys('report:check', 'report:submit', 'report:decide')
  @ApiOkResponse({ type: shape.ObligationDetailDto })
  show(@Param('obligationId', ParseUUIDPipe) obligationId: string) {
    return this.showObligation.run(obligationId);
  }

  /** Returns the terms document that reports for this obligation are checked against. */
  @Get(':obligationId/terms')
  @Permission('obligation.read')
  @AllowApiKeys('report:check')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async terms(@Param('obligationId', ParseUUIDPipe) obligationId: string): Promise<object> {
    return (await this.prepare.basis(obligationId)).terms;
  }

  /** Returns the compressed check context; its ETag is its hash. */
  @Get(':obligationId/context')
  @Permission('obligation.read')
  @AllowApiKeys('report:check')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async context(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Headers('accept-encoding') encodings: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendGzippedJson(response, await this.prepare.run(obligationId), encodings);
  }

  /** Returns the empty report as a workbook. */
  @Get(':obligationId/template')
  @Permission('obligation.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  template(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Query() { language }: shape.LanguageQuery) {
    return this.templates.run(obligationId, language);
  }

  /** Receives a report file and starts its check; the version shows the progress. */
  @Post(':obligationId/versions')
  @HttpCode(202)
  @Permission('report.submit')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        answers: {
          type: 'string',
          description:
            'JSON: columns pointed out and findings answered in the browser, and the obligations that the file is divided among when it has lines for several: {mapping?, patches?, together?, settled?}.',
        },
        cut: { type: 'string', description: CUT_TOLD },
        way: {
          type: 'string',
          enum: ['replaces', 'amends'],
          description:
            'How it corrects what stands: the file holds the whole report, or only lines that are new or other.',
        },
      },
    },
  })
  @ApiAcceptedResponse({ type: VersionIdDto })
  upload(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { answers, cut, way }: UploadBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.receive.run(obligationId, requireSpooledFile(file), parseReadingOptions(answers), {
      cut: parseRedactionNotice(cut),
      ...(way && { way }),
    });
  }

  /**
   * Submits a nil return. Rejected with `nil-but-booked` and the purchases that buyers have booked, until a reason is
   * given; then the contract manager decides.
   */
  @Post(':obligationId/report-nil')
  @Permission('report.submit')
  @ApiCreatedResponse({ type: VersionIdDto })
  reportNil(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Body() { reason }: shape.NilRequest) {
    return this.nothing.run(obligationId, reason);
  }

  /** Explains purchases booked after a nil return, for the contract manager. A new report also answers them. */
  @Post(':obligationId/report-nil/explain')
  @HttpCode(204)
  @Permission('report.submit')
  async explainNil(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { reason }: shape.ExplainNilRequest,
  ): Promise<void> {
    await this.explain.run(obligationId, reason);
  }
}

@ApiTags('compliance')
@Controller('compliance')
export class ComplianceController {
  constructor(
    private readonly showCompliance: ShowCompliance,
    private readonly overrides: ListOverriddenChecks,
  ) {}

  /** Returns the compliance matrix, suppliers by periods. */
  @Get()
  @Permission('report.read')
  @AllowApiKeys('report:decide')
  @ApiOkResponse({ type: shape.ComplianceDto })
  show(@Query() query: shape.ComplianceQuery) {
    return this.showCompliance.run(query);
  }

  /** Lists checks by how often suppliers override their findings. */
  @Get('overridden-checks')
  @Permission('report.review')
  @ApiOkResponse({ type: [OverrideDto] })
  listOverriddenChecks() {
    return this.overrides.run();
  }
}
