import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as shape from './branches.shape.ts';
import { ShowBranches } from './show-branches.ts';
import { SubmitBranches } from './submit-branches.ts';

/** Reports of a chain, branch by branch. */
@ApiTags('branches')
@Controller('duties/:dutyId/branches')
export class BranchesController {
  constructor(
    private readonly show: ShowBranches,
    private readonly submission: SubmitBranches,
  ) {}

  /** The reports of all branches for the period of one of them. */
  @Get()
  @Permission('duty.read')
  @ApiOkResponse({ type: [shape.BranchDutyShape] })
  branches(@Param('dutyId', ParseUUIDPipe) dutyId: string) {
    return this.show.run(dutyId);
  }

  /** Submits what is checked of the branches together: all or none. Branches without a report must be named, with a reason. */
  @Post('submissions')
  @Permission('report.submit')
  @ApiCreatedResponse({ type: [shape.BranchSubmittedShape] })
  submit(@Param('dutyId', ParseUUIDPipe) dutyId: string, @Body() { versions, missing }: shape.BranchesSubmissionBody) {
    return this.submission.run(dutyId, versions, missing);
  }
}
