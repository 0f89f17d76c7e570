import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
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
import { Permission, requireSpooledFile } from '@tallgrunn/platform';
import { RespondToOnBehalf } from '../on-behalf/respond-to-on-behalf.ts';
import { parseReadingOptions } from '../checking/reading-options.ts';
import { parseOnBehalf } from '../on-behalf/parse-on-behalf.ts';
import * as shape from './correction.dto.ts';
import { parseRedactionNotice } from '../checking/redaction-notice.ts';
import { LanguageQuery } from '../obligations/obligation.dto.ts';
import { UploadOnBehalf } from '../on-behalf/upload-on-behalf.ts';
import { ReceiptDto } from '../versions/receipt.dto.ts';
import { XLSX } from '../workbooks/send-workbook.ts';
import { ShowDiff } from './show-diff.ts';
import { ShowReceipt } from '../versions/show-receipt.ts';
import { SubmitOnBehalf } from '../on-behalf/submit-on-behalf.ts';
import { BehalfUploadBody, SubmissionRequest, VersionIdDto } from '../versions/version.dto.ts';

@ApiTags('report versions')
@Controller('report-versions/:versionId/diff')
export class ReportDiffsController {
  constructor(private readonly diff: ShowDiff) {}

  /** Lists the changes from the previous version, largest amount effect first. */
  @Get()
  @Permission('report.read')
  @ApiOkResponse({ type: shape.DiffPageDto })
  show(@Param('versionId', ParseUUIDPipe) versionId: string, @Query() query: shape.DiffQuery) {
    return this.diff.run({ versionId, ...query });
  }

  /** Returns all changes as a workbook. */
  @Get('file')
  @Permission('report.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(@Param('versionId', ParseUUIDPipe) versionId: string, @Query() { language }: LanguageQuery) {
    return this.diff.file(versionId, language);
  }
}

@ApiTags('on behalf of a supplier')
@Controller()
export class OnBehalfController {
  constructor(
    private readonly handIn: UploadOnBehalf,
    private readonly submission: SubmitOnBehalf,
    private readonly answers: RespondToOnBehalf,
    private readonly receipts: ShowReceipt,
  ) {}

  /** Receives a report file that reached the contract manager by another channel, on behalf of the supplier. */
  @Post('obligations/:obligationId/versions/on-behalf')
  @HttpCode(202)
  @Permission('report.submit-on-behalf')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'behalf'],
      properties: {
        file: { type: 'string', format: 'binary' },
        behalf: { type: 'string', description: 'JSON: {receivedFrom, receivedOn, reason}.' },
        answers: { type: 'string' },
        cut: { type: 'string' },
        way: { type: 'string', enum: [...shape.correctionWays] },
      },
    },
  })
  @ApiAcceptedResponse({ type: VersionIdDto })
  upload(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { answers, cut, way, behalf }: BehalfUploadBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.handIn.run(
      obligationId,
      requireSpooledFile(file),
      parseReadingOptions(answers),
      { cut: parseRedactionNotice(cut), ...(way && { way }) },
      parseOnBehalf(behalf),
    );
  }

  @Post('report-versions/:versionId/submit-on-behalf')
  @Permission('report.submit-on-behalf')
  @ApiCreatedResponse({ type: ReceiptDto })
  async submit(@Param('versionId', ParseUUIDPipe) versionId: string, @Body() body: SubmissionRequest) {
    await this.submission.run(versionId, body);
    return this.receipts.run(versionId);
  }

  /** Records whether the supplier confirms the report uploaded on its behalf. */
  @Post('report-versions/:versionId/respond-on-behalf')
  @HttpCode(204)
  @Permission('report.submit')
  respond(@Param('versionId', ParseUUIDPipe) versionId: string, @Body() body: shape.OnBehalfResponseRequest) {
    return this.answers.run(versionId, body);
  }
}
