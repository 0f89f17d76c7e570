import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as shape from './branches.dto.ts';
import { ShowBranches } from './show-branches.ts';
import { SubmitBranches } from './submit-branches.ts';

/** Branch reports of a chain. */
@ApiTags('branches')
@Controller('obligations/:obligationId/branches')
export class BranchesController {
  constructor(
    private readonly show: ShowBranches,
    private readonly submission: SubmitBranches,
  ) {}

  /** Returns the obligations of all branches for the period of one of them. */
  @Get()
  @Permission('obligation.read')
  @ApiOkResponse({ type: [shape.BranchObligationDto] })
  list(@Param('obligationId', ParseUUIDPipe) obligationId: string) {
    return this.show.run(obligationId);
  }

  /**
   * Submits the checked branch reports together, all or none. Branches without a report must be listed as missing, with
   * a reason.
   */
  @Post('submit')
  @Permission('report.submit')
  @ApiCreatedResponse({ type: [shape.BranchSubmittedDto] })
  submit(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { versions, missing }: shape.BranchesSubmissionRequest,
  ) {
    return this.submission.run(obligationId, versions, missing);
  }
}
