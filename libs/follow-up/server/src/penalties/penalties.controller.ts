import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { DOCX } from '../claims/letter-document.ts';
import { DecidePenalty } from './decide-penalty.ts';
import { DownloadPenaltyLetter } from './download-penalty-letter.ts';
import { ListReceivedPenalties } from './list-received-penalties.ts';
import { ApprovePenaltyDecision, EditPenaltyLetter, WithdrawPenaltyDecision } from './penalty-decisions.ts';
import { ExcludePenaltyDays, ListPenaltyExclusions, RevokePenaltyExclusion } from './penalty-exclusions.ts';
import * as dto from './penalty.dto.ts';
import { ShowPenalties } from './show-penalties.ts';

@ApiTags('penalties')
@Controller()
export class PenaltiesController {
  constructor(
    private readonly show: ShowPenalties,
    private readonly decide: DecidePenalty,
    private readonly approve: ApprovePenaltyDecision,
    private readonly withdraw: WithdrawPenaltyDecision,
    private readonly edit: EditPenaltyLetter,
    private readonly download: DownloadPenaltyLetter,
    private readonly exclude: ExcludePenaltyDays,
    private readonly exclusions: ListPenaltyExclusions,
    private readonly revoke: RevokePenaltyExclusion,
    private readonly received: ListReceivedPenalties,
  ) {}

  /** Lists late reports with their calculated penalties. Decides nothing. */
  @Get('penalties')
  @Permission('penalty.read')
  @ApiOkResponse({ type: dto.PenaltyListDto })
  list(@Query() filter: dto.PenaltyQuery) {
    return this.show.list(filter);
  }

  /** Lists the decisions to warn or to claim about the supplier that asks, with the calculation of each. */
  @Get('received-penalties')
  @Permission('penalty.receive')
  @ApiOkResponse({ type: [dto.ReceivedPenaltyDto] })
  listReceived() {
    return this.received.run();
  }

  @Get('obligations/:obligationId/penalty')
  @Permission('penalty.read')
  @ApiOkResponse({ type: dto.PenaltyDto })
  penalty(@Param('obligationId', ParseUUIDPipe) obligationId: string) {
    return this.show.one(obligationId);
  }

  @Post('obligations/:obligationId/penalty/decide')
  @Permission('penalty.decide')
  @ApiCreatedResponse({ type: dto.FollowUpCreatedDto })
  decidePenalty(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Body() request: dto.DecidePenaltyRequest) {
    return this.decide.run(obligationId, request);
  }

  @Post('penalty-decisions/:decisionId/approve')
  @HttpCode(204)
  @Permission('penalty.decide')
  @ApiNoContentResponse()
  approveDecision(@Param('decisionId', ParseUUIDPipe) decisionId: string) {
    return this.approve.run(decisionId);
  }

  @Post('penalty-decisions/:decisionId/withdraw')
  @HttpCode(204)
  @Permission('penalty.decide')
  @ApiNoContentResponse()
  withdrawDecision(
    @Param('decisionId', ParseUUIDPipe) decisionId: string,
    @Body() { reason }: dto.WithdrawPenaltyRequest,
  ) {
    return this.withdraw.run(decisionId, reason);
  }

  @Put('penalty-decisions/:decisionId/letter')
  @HttpCode(204)
  @Permission('penalty.decide')
  @ApiNoContentResponse()
  editLetter(@Param('decisionId', ParseUUIDPipe) decisionId: string, @Body() request: dto.LetterRequest) {
    return this.edit.run(decisionId, request);
  }

  @Get('penalty-decisions/:decisionId/letter')
  @Permission('penalty.decide')
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  letter(@Param('decisionId', ParseUUIDPipe) decisionId: string): Promise<StreamableFile> {
    return this.download.run(decisionId);
  }

  @Get('penalty-exclusions')
  @Permission('penalty.read')
  @ApiOkResponse({ type: [dto.PenaltyExclusionDto] })
  listExclusions(@Query() { supplierId }: dto.PenaltyExclusionQuery) {
    return this.exclusions.run(supplierId);
  }

  @Post('penalty-exclusions')
  @Permission('penalty.decide')
  @ApiCreatedResponse({ type: dto.FollowUpCreatedDto })
  excludeDays(@Body() request: dto.ExcludePenaltyDaysRequest) {
    return this.exclude.run(request);
  }

  @Post('penalty-exclusions/:exclusionId/revoke')
  @HttpCode(204)
  @Permission('penalty.decide')
  @ApiNoContentResponse()
  revokeExclusion(@Param('exclusionId', ParseUUIDPipe) exclusionId: string) {
    return this.revoke.run(exclusionId);
  }
}
