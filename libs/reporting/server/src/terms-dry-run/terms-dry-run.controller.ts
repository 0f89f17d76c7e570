import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as shape from './terms-dry-run.dto.ts';
import { DryRunTerms } from './dry-run-terms.ts';

const REPORTS_USUAL = 5;

@ApiTags('terms')
@Controller('agreements/:agreementId/terms/dry-run')
export class TermsDryRunsController {
  constructor(private readonly trial: DryRunTerms) {}

  /** Checks the newest reports against draft terms. Nothing is stored. */
  @Post()
  @HttpCode(200)
  @Permission('agreement.write')
  @ApiOkResponse({ type: [shape.DryRunReportDto] })
  run(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body() { document, reports = REPORTS_USUAL }: shape.DryRunRequest,
  ) {
    return this.trial.run(agreementId, document, reports);
  }
}
