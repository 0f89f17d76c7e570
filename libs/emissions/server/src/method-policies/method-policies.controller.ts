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
@Controller('emissions/rulings')
export class RulingsController {
  constructor(
    private readonly list: ListMethodPolicies,
    private readonly listProposals: ListMethodPolicyProposals,
    private readonly proposal: ProposeMethodPolicy,
    private readonly decide: DecideMethodPolicy,
    private readonly preview: PreviewMethodPolicy,
  ) {}

  @Get()
  @Permission('emissions.read')
  @ApiOkResponse({ type: [shape.MethodPolicyDto] })
  rulings() {
    return this.list.run();
  }

  @Get('proposals')
  @Permission('emissions.read')
  @ApiOkResponse({ type: [shape.MethodPolicyProposalDto] })
  proposals() {
    return this.listProposals.run();
  }

  @Get('preview')
  @Permission('method-policy.manage')
  @ApiOkResponse({ type: shape.PreviewDto })
  previewRuling(@Query() { category, fromOn, methods }: shape.RulingPreviewQuery) {
    return this.preview.run(category, fromOn, methods);
  }

  @Post()
  @Permission('method-policy.manage')
  @ApiCreatedResponse({ type: KeptDto })
  propose(@Body() { approverId, ...ruling }: shape.MethodPolicyRequest) {
    return this.proposal.run(ruling, approverId);
  }

  @Post('proposals/:proposalId/verdict')
  @HttpCode(204)
  @Permission('method-policy.manage')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  verdict(
    @Param('proposalId', ParseUUIDPipe) proposalId: string,
    @Body() { verdict, note }: shape.MethodPolicyDecisionRequest,
  ) {
    return this.decide.run(proposalId, verdict, note ?? null);
  }

  @Post('proposals/:proposalId/withdrawal')
  @HttpCode(204)
  @Permission('method-policy.manage')
  @ApiNoContentResponse()
  withdraw(@Param('proposalId', ParseUUIDPipe) proposalId: string) {
    return this.decide.withdraw(proposalId);
  }
}

@ApiTags('emissions')
@Controller('emissions/previews')
export class PreviewsController {
  constructor(
    private readonly choice: PreviewFactorAssignment,
    private readonly mappings: PreviewMappings,
  ) {}

  /** Reads only; a POST because the list of codes is too long for a URL. */
  @Post('mappings')
  @HttpCode(200)
  @Permission('item.classify')
  @ApiOkResponse({ type: shape.PreviewDto })
  previewMappings(@Body() { system, codes, category, product }: shape.MappingsPreviewRequest) {
    return this.mappings.run({ system, codes, category: category ?? null, product: product ?? null });
  }

  @Get(':choiceId')
  @Permission('method-policy.manage')
  @ApiOkResponse({ type: shape.PreviewDto })
  previewChoice(@Param('choiceId', ParseUUIDPipe) choiceId: string) {
    return this.choice.run(choiceId);
  }
}
