import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { KeptDto } from '../emissions.dto.ts';
import { PublicationRequest } from '../publication/publication.dto.ts';
import { ExternalFiguresRequest } from '../external-figures/external-figure.dto.ts';
import { DecideFigures } from './decide-figures.ts';
import * as dto from './figure-proposal.dto.ts';
import { ListFigureProposals } from './list-figure-proposals.ts';
import { ProposeFigures } from './propose-figures.ts';

@ApiTags('emissions')
@Controller('emissions')
export class FigureProposalsController {
  constructor(
    private readonly proposal: ProposeFigures,
    private readonly decision: DecideFigures,
    private readonly proposals: ListFigureProposals,
  ) {}

  @Get('figure-proposals')
  @Permission('emissions.publish')
  @ApiOkResponse({ type: [dto.FigureProposalDto] })
  list() {
    return this.proposals.run();
  }

  @Post('runs/:number/publication-proposals')
  @Permission('emissions.publish')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: KeptDto })
  proposePublication(
    @Param('number', ParseIntPipe) run: number,
    @Body() { caseNumber, scope, from, to, buyerIds, categories }: PublicationRequest,
  ) {
    const document = {
      run,
      caseNumber,
      scope,
      from: from ?? null,
      to: to ?? null,
      buyerIds: buyerIds ?? null,
      categories: categories ?? null,
    };
    return this.proposal.run({ kind: 'publication', document });
  }

  @Post('external-figure-proposals')
  @Permission('emissions.publish')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: KeptDto })
  proposeExternalFigures(@Body() document: ExternalFiguresRequest) {
    return this.proposal.run({ kind: 'sealed-figures', document });
  }

  @Post('figure-proposals/:proposalId/approve')
  @Permission('emissions.publish')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: KeptDto })
  approve(@Param('proposalId', ParseUUIDPipe) proposalId: string) {
    return this.decision.approve(proposalId);
  }

  @Post('figure-proposals/:proposalId/reject')
  @HttpCode(204)
  @Permission('emissions.publish')
  @ApiNoContentResponse()
  reject(
    @Param('proposalId', ParseUUIDPipe) proposalId: string,
    @Body() { reason }: dto.RejectFiguresRequest,
  ): Promise<void> {
    return this.decision.reject(proposalId, reason);
  }

  @Post('figure-proposals/:proposalId/withdraw')
  @HttpCode(204)
  @Permission('emissions.publish')
  @ApiNoContentResponse()
  withdraw(@Param('proposalId', ParseUUIDPipe) proposalId: string): Promise<void> {
    return this.decision.withdraw(proposalId);
  }
}
