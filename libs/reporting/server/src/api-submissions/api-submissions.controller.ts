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
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Permission, readIdempotencyKey, requireSpooledFile, markTakenOver, AllowApiKeys } from '@tallgrunn/platform';
import { parseReadingOptions } from '../checking/reading-options.ts';
import { respondWithCheck, respondWithSubmission } from './respond-with-api-submission.ts';
import { StartApiSubmission } from './start-api-submission.ts';
import { ApiReceivesReport } from './api-submission.openapi.ts';
import { parseFindingResponses } from './parse-finding-responses.ts';
import * as shape from './api-submission.dto.ts';
import { ShowLineSchema } from './show-line-schema.ts';
import { ShowApiSubmission } from './show-api-submission.ts';
import { JsonLinesInterceptor } from './json-lines.interceptor.ts';

@ApiTags('API submissions')
@Controller()
export class ApiSubmissionsController {
  constructor(
    private readonly begin: StartApiSubmission,
    private readonly showApiSubmission: ShowApiSubmission,
    private readonly schema: ShowLineSchema,
  ) {}

  /** Returns the JSON Schema of one JSON line of the report. */
  @Get('obligations/:obligationId/line-schema')
  @Permission('obligation.read')
  @AllowApiKeys('report:check', 'report:submit')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  lineSchema(@Param('obligationId', ParseUUIDPipe) obligationId: string) {
    return this.schema.run(obligationId);
  }

  @Post('obligations/:obligationId/checks')
  @HttpCode(200)
  @Permission('report.check')
  @AllowApiKeys('report:check')
  @UseInterceptors(FileInterceptor('file'), JsonLinesInterceptor)
  @ApiReceivesReport('Checks a report without submitting it. Nothing of the file is kept.', shape.CheckSubmissionDto, [
    'file',
    'answers',
  ])
  @ApiOkResponse({ type: shape.CheckSubmissionDto })
  async check(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Query() query: shape.CheckQuery,
    @Body() form: shape.CheckFormDto,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    const { language, wait } = query;
    const begun = await this.begin.run({
      purpose: 'check',
      obligationId,
      file: requireSpooledFile(file),
      language,
      answers: parseReadingOptions(form.answers),
      confirmations: [],
      leaveOutRows: false,
      idempotencyKey: readIdempotencyKey(key),
    });
    markTakenOver(file);
    await this.showApiSubmission.wait(begun.id, wait);
    return respondWithCheck(response, begun, await this.showApiSubmission.check(begun.id));
  }

  @Get('checks/:checkId')
  @Permission('report.check')
  @AllowApiKeys('report:check')
  @ApiOkResponse({ type: shape.CheckSubmissionDto })
  showCheck(@Param('checkId', ParseUUIDPipe) checkId: string) {
    return this.showApiSubmission.check(checkId);
  }

  @Post('obligations/:obligationId/submissions')
  @Permission('report.submit')
  @AllowApiKeys('report:submit')
  @UseInterceptors(FileInterceptor('file'), JsonLinesInterceptor)
  @ApiReceivesReport('Checks a report and submits it when nothing stands in the way.', shape.ApiSubmissionDto, [
    'file',
    'answers',
    'confirmations',
  ])
  @ApiCreatedResponse({ type: shape.ApiSubmissionDto })
  async submit(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Query() query: shape.SubmissionQuery,
    @Body() form: shape.SubmissionFormDto,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    const { language, wait, leaveOutRows, way, reason, reasonText } = query;
    const correction = reason && { code: reason, ...(reasonText && { text: reasonText }) };
    const begun = await this.begin.run({
      purpose: 'submit',
      obligationId,
      file: requireSpooledFile(file),
      language,
      answers: parseReadingOptions(form.answers),
      confirmations: parseFindingResponses(form.confirmations),
      leaveOutRows,
      way,
      correction,
      idempotencyKey: readIdempotencyKey(key),
    });
    markTakenOver(file);
    await this.showApiSubmission.wait(begun.id, wait);
    return respondWithSubmission(response, begun, await this.showApiSubmission.submission(begun.id));
  }

  @Get('submissions/:submissionId')
  @Permission('report.submit')
  @AllowApiKeys('report:submit')
  @ApiOkResponse({ type: shape.ApiSubmissionDto })
  show(@Param('submissionId', ParseUUIDPipe) submissionId: string) {
    return this.showApiSubmission.submission(submissionId);
  }
}
