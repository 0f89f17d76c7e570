import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { KeptDto } from '../emissions.dto.ts';
import { DecideMethodPolicy } from './decide-method-policy.ts';
import { ListMethodPolicyProposals, ListMethodPolicies } from './list-method-policies.ts';
import { PreviewFactorAssignment } from './preview-factor-assignment.ts';
import { PreviewMappings } from './preview-mappings.ts';
import { PreviewMethodPolicy } from './preview-method-policy.ts';
import { ProposeMethodPolicy } from './propose-method-policy.ts';
import * as shape from './method-policy.dto.ts';

@ApiTags('emissions')
@Controller('emissions')
export class MethodPoliciesController {
  constructor(
    private readonly listMethodPolicies: ListMethodPolicies,
    private readonly listMethodPolicyProposals: ListMethodPolicyProposals,
    private readonly proposal: ProposeMethodPolicy,
    private readonly decideMethodPolicy: DecideMethodPolicy,
    private readonly previewMethodPolicy: PreviewMethodPolicy,
  ) {}

  @Get('method-policies')
  @Permission('emissions.read')
  @ApiOkResponse({ type: [shape.MethodPolicyDto] })
  list() {
    return this.listMethodPolicies.run();
  }

  @Get('method-policy-proposals')
  @Permission('emissions.read')
  @ApiOkResponse({ type: [shape.MethodPolicyProposalDto] })
  listProposals() {
    return this.listMethodPolicyProposals.run();
  }

  @Get('method-policies/preview')
  @Permission('method-policy.manage')
  @ApiOkResponse({ type: shape.PreviewDto })
  preview(@Query() { category, fromOn, methods }: shape.RulingPreviewQuery) {
    return this.previewMethodPolicy.run(category, fromOn, methods);
  }

  @Post('method-policies')
  @Permission('method-policy.manage')
  @ApiCreatedResponse({ type: KeptDto })
  propose(@Body() { approverId, ...ruling }: shape.MethodPolicyRequest) {
    return this.proposal.run(ruling, approverId);
  }

  @Post('method-policy-proposals/:proposalId/decide')
  @HttpCode(204)
  @Permission('method-policy.manage')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  decide(
    @Param('proposalId', ParseUUIDPipe) proposalId: string,
    @Body() { verdict, note }: shape.MethodPolicyDecisionRequest,
  ) {
    return this.decideMethodPolicy.run(proposalId, verdict, note ?? null);
  }

  @Post('method-policy-proposals/:proposalId/withdraw')
  @HttpCode(204)
  @Permission('method-policy.manage')
  @ApiNoContentResponse()
  withdraw(@Param('proposalId', ParseUUIDPipe) proposalId: string) {
    return this.decideMethodPolicy.withdraw(proposalId);
  }
}

@ApiTags('emissions')
@Controller()
export class EmissionPreviewsController {
  constructor(
    private readonly choice: PreviewFactorAssignment,
    private readonly mappings: PreviewMappings,
  ) {}

  /** Reads only; a POST because the list of codes is too long for a URL. */
  @Post('mapping-corrections/preview')
  @HttpCode(200)
  @Permission('item.classify')
  @ApiOkResponse({ type: shape.PreviewDto })
  mappingCorrections(@Body() { system, codes, category, product }: shape.MappingsPreviewRequest) {
    return this.mappings.run({ system, codes, category: category ?? null, product: product ?? null });
  }

  @Get('factor-assignments/:assignmentId/preview')
  @Permission('method-policy.manage')
  @ApiOkResponse({ type: shape.PreviewDto })
  factorAssignment(@Param('assignmentId', ParseUUIDPipe) assignmentId: string) {
    return this.choice.run(assignmentId);
  }
}
