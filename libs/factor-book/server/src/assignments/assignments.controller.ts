import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import * as shape from './assignment.dto.ts';
import { DecideAssignment } from './decide-assignment.ts';
import { DraftAssignment } from './draft-assignment.ts';
import { ListApprovers, ListAssignments } from './list-assignments.ts';
import { ListDelegations } from '../delegations/list-delegations.ts';
import { CreateDelegation } from '../delegations/create-delegation.ts';

@ApiTags('emission factors')
@Controller('factor-assignments')
export class FactorAssignmentsController {
  constructor(
    private readonly listAssignments: ListAssignments,
    private readonly listApprovers: ListApprovers,
    private readonly draft: DraftAssignment,
    private readonly decideAssignment: DecideAssignment,
  ) {}

  @Get()
  @Permission('factor.read')
  @ApiOkResponse({ type: [shape.FactorAssignmentDto] })
  list() {
    return this.listAssignments.run();
  }

  @Get('approvers')
  @Permission('factor-assignment.manage')
  @ApiOkResponse({ type: [shape.FactorApproverDto] })
  approvers() {
    return this.listApprovers.run();
  }

  @Post()
  @Permission('factor-assignment.manage')
  @ApiCreatedResponse({ type: shape.FactorCreatedDto })
  create(@Body() body: shape.FactorAssignmentRequest) {
    return this.draft.run(body);
  }

  @Post(':assignmentId/propose')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  propose(
    @Param('assignmentId', ParseUUIDPipe) assignmentId: string,
    @Body() { approverId }: shape.FactorProposalRequest,
  ) {
    return this.decideAssignment.propose(assignmentId, approverId);
  }

  @Post(':assignmentId/decide')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  decide(
    @Param('assignmentId', ParseUUIDPipe) assignmentId: string,
    @Body() { verdict, note }: shape.FactorAssignmentDecisionRequest,
  ) {
    return this.decideAssignment.decide(assignmentId, verdict, note ?? null);
  }

  @Post(':assignmentId/withdraw')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  withdraw(@Param('assignmentId', ParseUUIDPipe) assignmentId: string) {
    return this.decideAssignment.withdraw(assignmentId);
  }

  @Post(':assignmentId/end')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  end(@Param('assignmentId', ParseUUIDPipe) assignmentId: string, @Body() { untilOn }: shape.FactorEndRequest) {
    return this.decideAssignment.retire(assignmentId, untilOn);
  }
}

@ApiTags('emission factors')
@Controller('approval-delegations')
export class ApprovalDelegationsController {
  constructor(
    private readonly deputies: ListDelegations,
    private readonly deputy: CreateDelegation,
  ) {}

  @Get()
  @Permission('factor-assignment.manage')
  @ApiOkResponse({ type: [shape.FactorDelegationDto] })
  list() {
    return this.deputies.run();
  }

  @Post()
  @Permission('factor-assignment.manage')
  @ApiCreatedResponse({ type: shape.FactorCreatedDto })
  create(@Body() body: shape.FactorDelegationRequest) {
    return this.deputy.run(body);
  }

  @Post(':delegationId/end')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  end(@Param('delegationId', ParseUUIDPipe) delegationId: string) {
    return this.deputy.end(delegationId);
  }
}
