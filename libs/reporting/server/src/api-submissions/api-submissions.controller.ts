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

@ApiTags('reports from programs')
@Controller()
export class SendingsController {
  constructor(
    private readonly begin: StartApiSubmission,
    private readonly show: ShowApiSubmission,
    private readonly schema: ShowLineSchema,
  ) {}

  /** Returns the JSON Schema of one JSON line of the report. */
  @Get('duties/:dutyId/line-schema')
  @Permission('obligation.read')
  @AllowApiKeys('report:check', 'report:submit')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  lineSchema(@Param('dutyId', ParseUUIDPipe) dutyId: string) {
    return this.schema.run(dutyId);
  }

  @Post('duties/:dutyId/checks')
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
    @Param('dutyId', ParseUUIDPipe) dutyId: string,
    @Query() query: shape.CheckQuery,
    @Body() form: shape.CheckFormDto,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    const { language, wait } = query;
    const begun = await this.begin.run({
      purpose: 'check',
      dutyId,
      file: requireSpooledFile(file),
      language,
      answers: parseReadingOptions(form.answers),
      confirmations: [],
      leaveOutRows: false,
      idempotencyKey: readIdempotencyKey(key),
    });
    markTakenOver(file);
    await this.show.wait(begun.id, wait);
    return respondWithCheck(response, begun, await this.show.check(begun.id));
  }

  @Get('checks/:checkId')
  @Permission('report.check')
  @AllowApiKeys('report:check')
  @ApiOkResponse({ type: shape.CheckSubmissionDto })
  showCheck(@Param('checkId', ParseUUIDPipe) checkId: string) {
    return this.show.check(checkId);
  }

  @Post('duties/:dutyId/submissions')
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
    @Param('dutyId', ParseUUIDPipe) dutyId: string,
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
      dutyId,
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
    await this.show.wait(begun.id, wait);
    return respondWithSubmission(response, begun, await this.show.submission(begun.id));
  }

  @Get('submissions/:submissionId')
  @Permission('report.submit')
  @AllowApiKeys('report:submit')
  @ApiOkResponse({ type: shape.ApiSubmissionDto })
  showSubmission(@Param('submissionId', ParseUUIDPipe) submissionId: string) {
    return this.show.submission(submissionId);
  }
}
