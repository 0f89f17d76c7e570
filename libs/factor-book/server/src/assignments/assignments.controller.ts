import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import * as shape from './assignment.dto.ts';
import { DecideAssignment } from './decide-assignment.ts';
import { DraftAssignment } from './draft-assignment.ts';
import { ListApprovers, ListAssignments } from './list-assignments.ts';
import { ListDelegations } from '../delegations/list-delegations.ts';
import { CreateDelegation } from '../delegations/create-delegation.ts';

@ApiTags('factors')
@Controller('factors/choices')
export class ChoicesController {
  constructor(
    private readonly list: ListAssignments,
    private readonly approvers: ListApprovers,
    private readonly draft: DraftAssignment,
    private readonly decide: DecideAssignment,
    private readonly deputies: ListDelegations,
    private readonly deputy: CreateDelegation,
  ) {}

  @Get()
  @Permission('factor.read')
  @ApiOkResponse({ type: [shape.FactorAssignmentDto] })
  choices() {
    return this.list.run();
  }

  @Get('approvers')
  @Permission('factor-assignment.manage')
  @ApiOkResponse({ type: [shape.FactorApproverDto] })
  whoCanApprove() {
    return this.approvers.run();
  }

  @Post()
  @Permission('factor-assignment.manage')
  @ApiCreatedResponse({ type: shape.FactorCreatedDto })
  draftChoice(@Body() body: shape.FactorAssignmentRequest) {
    return this.draft.run(body);
  }

  @Get('deputies')
  @Permission('factor-assignment.manage')
  @ApiOkResponse({ type: [shape.FactorDelegationDto] })
  whoStandsIn() {
    return this.deputies.run();
  }

  @Post('deputies')
  @Permission('factor-assignment.manage')
  @ApiCreatedResponse({ type: shape.FactorCreatedDto })
  nameDeputy(@Body() body: shape.FactorDelegationRequest) {
    return this.deputy.run(body);
  }

  @Post('deputies/:deputyId/end')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  letGo(@Param('deputyId', ParseUUIDPipe) deputyId: string) {
    return this.deputy.end(deputyId);
  }

  @Post(':choiceId/proposal')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  propose(@Param('choiceId', ParseUUIDPipe) choiceId: string, @Body() { approverId }: shape.FactorProposalRequest) {
    return this.decide.propose(choiceId, approverId);
  }

  @Post(':choiceId/verdict')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  verdict(
    @Param('choiceId', ParseUUIDPipe) choiceId: string,
    @Body() { verdict, note }: shape.FactorAssignmentDecisionRequest,
  ) {
    return this.decide.decide(choiceId, verdict, note ?? null);
  }

  @Post(':choiceId/withdrawal')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  withdraw(@Param('choiceId', ParseUUIDPipe) choiceId: string) {
    return this.decide.withdraw(choiceId);
  }

  @Post(':choiceId/end')
  @HttpCode(204)
  @Permission('factor-assignment.manage')
  @ApiNoContentResponse()
  retire(@Param('choiceId', ParseUUIDPipe) choiceId: string, @Body() { untilOn }: shape.FactorEndRequest) {
    return this.decide.retire(choiceId, untilOn);
  }
}
