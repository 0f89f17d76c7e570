import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { PDF } from '../meeting-sheets/download-meeting-sheet.ts';
import { CommentStatement } from './comment-statement.ts';
import { DecideStatement } from './decide-statement.ts';
import { DownloadStatement } from './download-statement.ts';
import { ListStatements } from './list-statements.ts';
import * as dto from './performance-statement.dto.ts';
import { ProposeStatement } from './propose-statement.ts';
import { basisOf } from './figure-basis.ts';
import { figureKeys, type FigureKey, type ProposedRatings, type Rating } from './rating-rules.ts';
import { ShowStatement } from './show-statement.ts';

@ApiTags('performance-statements')
@Controller('performance-statements')
export class PerformanceStatementsController {
  constructor(
    private readonly statements: ListStatements,
    private readonly propose: ProposeStatement,
    private readonly decide: DecideStatement,
    private readonly show: ShowStatement,
    private readonly comment: CommentStatement,
    private readonly download: DownloadStatement,
  ) {}

  /** Lists the suppliers of each agreement in a year, with the newest statement. A supplier sees those about itself. */
  @Get()
  @Permission('statement.read')
  @ApiOkResponse({ type: [dto.StatementSummaryDto] })
  list(@Query() filter: dto.StatementListQuery) {
    return this.statements.run(filter);
  }

  /** Returns the key figures of now, and a rating of each by rule. Decides nothing. */
  @Get('proposal')
  @Permission('statement.decide')
  @ApiOkResponse({ type: dto.StatementProposalDto })
  async proposal(@Query() scope: dto.StatementScopeQuery) {
    const proposal = await this.propose.run(scope);
    return { ...proposal, basis: basisOf(proposal.figures), proposed: proposedDto(proposal.proposed) };
  }

  @Post()
  @Permission('statement.decide')
  @ApiCreatedResponse({ type: dto.StatementCreatedDto })
  decideStatement(@Body() request: dto.DecideStatementRequest) {
    return this.decide.run(request);
  }

  @Get(':statementId')
  @Permission('statement.read')
  @ApiOkResponse({ type: dto.PerformanceStatementDto })
  async statement(@Param('statementId', ParseUUIDPipe) id: string) {
    const statement = await this.show.run(id);
    return {
      ...statement,
      basis: basisOf(statement.figures),
      proposed: proposedDto(statement.proposed),
      ratings: ratingList(statement.ratings),
    };
  }

  /** Returns the statement as PDF/UA. */
  @Get(':statementId/pdf')
  @Permission('statement.read')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  pdf(
    @Param('statementId', ParseUUIDPipe) id: string,
    @Query() { language = 'nb' }: dto.StatementLanguageQuery,
  ): Promise<StreamableFile> {
    return this.download.run(id, language);
  }

  @Post(':statementId/comments')
  @Permission('statement.comment')
  @ApiCreatedResponse({ type: dto.StatementCreatedDto })
  commentStatement(@Param('statementId', ParseUUIDPipe) id: string, @Body() { text }: dto.CommentStatementRequest) {
    return this.comment.run(id, text);
  }
}

const ratingList = (ratings: Readonly<Record<FigureKey, Rating>>) =>
  figureKeys.map((figure) => ({ figure, rating: ratings[figure] }));

const proposedDto = ({ ratings, overall }: ProposedRatings) => ({ ratings: ratingList(ratings), overall });
