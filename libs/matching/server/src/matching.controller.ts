import { Body, Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ResolveLinesByCause } from './resolve-lines-by-cause.ts';
import { ResolveLine } from './resolve-line.ts';
import { ApproveDecision } from './approve-decision.ts';
import { DecidePair } from './decide-pair.ts';
import { ListLineResolutions } from './list-line-resolutions.ts';
import { ListCandidates } from './list-candidates.ts';
import { ListPairDecisions } from './list-pair-decisions.ts';
import { ListLinks } from './list-links.ts';
import { ListUnmatched } from './list-unmatched.ts';
import * as shape from './matching.dto.ts';
import { ShowMatchingCoverage } from './show-matching-coverage.ts';
import { SummariseMatching } from './summarise-matching.ts';

@ApiTags('matching')
@Controller('matching')
export class MatchingController {
  constructor(
    private readonly summarise: SummariseMatching,
    private readonly unmatched: ListUnmatched,
    private readonly links: ListLinks,
    private readonly candidatesOf: ListCandidates,
    private readonly covered: ShowMatchingCoverage,
  ) {}

  @Get('summary')
  @Permission('matching.read')
  @ApiOkResponse({ type: shape.MatchingSummaryDto })
  summary(@Query() months: shape.MonthsQuery) {
    return this.summarise.run(months);
  }

  @Get('coverage')
  @Permission('matching.read')
  @ApiOkResponse({ type: shape.MatchingCoverageDto })
  coverage(@Query() { supplierId, buyerId, ...months }: shape.CoverageQuery) {
    return this.covered.run({ ...months, supplierId: supplierId ?? null, buyerId: buyerId ?? null });
  }

  @Get('lines')
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.ReviewLineDto] })
  listLines(
    @Query()
    {
      side,
      state,
      cause,
      supplierId,
      buyerId,
      from,
      to,
      said,
      tolerance,
      afterAmount,
      afterKey,
    }: shape.UnmatchedLinesQuery,
  ) {
    const after = afterAmount && afterKey ? { amount: afterAmount, key: afterKey } : null;
    return this.unmatched.run({
      side,
      state,
      cause: cause ?? null,
      supplierId: supplierId ?? null,
      buyerId: buyerId ?? null,
      from: from ?? null,
      to: to ?? null,
      said: said === 'yes',
      tolerance: tolerance ?? null,
      after,
    });
  }

  @Get('links/:documentId/:lineNo')
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.LinkDto] })
  listLinks(@Param('documentId', ParseUUIDPipe) documentId: string, @Param('lineNo', ParseIntPipe) lineNo: number) {
    return this.links.run(documentId, lineNo);
  }

  @Get('candidates')
  @Permission('matching.read')
  @ApiOkResponse({ type: shape.LineWithCandidatesDto })
  listCandidates(@Query() { side, documentId, lineNo }: shape.CandidatesQuery) {
    return this.candidatesOf.run(side, documentId, lineNo);
  }
}

@ApiTags('matching')
@Controller('matching/pair-decisions')
export class PairDecisionsController {
  constructor(
    private readonly decide: DecidePair,
    private readonly decided: ListPairDecisions,
    private readonly confirm: ApproveDecision,
  ) {}

  @Get()
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.DecisionDto] })
  list(@Query() { waiting, ...query }: shape.PairDecisionsQuery) {
    return this.decided.run({ ...query, waiting: waiting === 'yes' });
  }

  @Post()
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.DecisionCreatedDto })
  create(@Body() body: shape.PairDecisionRequest) {
    return this.decide.run(body);
  }

  @Post(':decisionId/approve')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.ConfirmedDto })
  approve(@Param('decisionId', ParseUUIDPipe) decisionId: string) {
    return this.confirm.run(decisionId);
  }
}

@ApiTags('matching')
@Controller('matching/line-resolutions')
export class LineResolutionsController {
  constructor(
    private readonly answer: ResolveLine,
    private readonly answerMany: ResolveLinesByCause,
    private readonly answered: ListLineResolutions,
  ) {}

  @Get()
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.LineResolutionDto] })
  list(@Query() { waiting, ...query }: shape.PairDecisionsQuery) {
    return this.answered.run({ ...query, waiting: waiting === 'yes' });
  }

  @Post()
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.DecisionCreatedDto })
  create(@Body() { cause, agreementId, ...body }: shape.LineResolutionRequest) {
    return this.answer.run({ ...body, cause: cause ?? null, agreementId: agreementId ?? null });
  }

  @Post('by-cause')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.AnsweredDto })
  createByCause(@Body() { supplierId, buyerId, cause, saidOnly, ...body }: shape.ResolveByCauseRequest) {
    return this.answerMany.run({
      ...body,
      saidOnly: saidOnly === 'yes',
      cause: cause ?? null,
      supplierId: supplierId ?? null,
      buyerId: buyerId ?? null,
    });
  }
}
