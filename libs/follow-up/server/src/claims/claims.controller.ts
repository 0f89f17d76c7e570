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
import { FollowUpCreatedDto, LetterRequest } from '../penalties/penalty.dto.ts';
import { XLSX } from '../price-deviations/price-workbook-texts.ts';
import { EditClaimLetter, RecordClaimOutcome, RespondToClaim, WithdrawClaim } from './claim-acts.ts';
import * as dto from './claim.dto.ts';
import { ConfirmCredit, ListCreditCandidates, RevokeCredit } from './credits.ts';
import { DownloadClaim } from './download-claim.ts';
import { DraftClaim } from './draft-claim.ts';
import { DOCX } from './letter-document.ts';
import { ListClaims } from './list-claims.ts';
import { SendClaim } from './send-claim.ts';

@ApiTags('claims')
@Controller()
export class ClaimsController {
  constructor(
    private readonly claims: ListClaims,
    private readonly draft: DraftClaim,
    private readonly send: SendClaim,
    private readonly edit: EditClaimLetter,
    private readonly record: RecordClaimOutcome,
    private readonly withdraw: WithdrawClaim,
    private readonly respond: RespondToClaim,
    private readonly candidates: ListCreditCandidates,
    private readonly confirm: ConfirmCredit,
    private readonly revoke: RevokeCredit,
    private readonly files: DownloadClaim,
  ) {}

  /** Lists claims, newest first. A supplier sees claims that were sent to it. */
  @Get('claims')
  @Permission('claim.read')
  @ApiOkResponse({ type: [dto.ClaimSummaryDto] })
  list(@Query() filter: dto.ClaimQuery) {
    return this.claims.list(filter);
  }

  /** Returns claimed and recovered amounts by year and currency. */
  @Get('claims/recovered')
  @Permission('claim.manage')
  @ApiOkResponse({ type: [dto.RecoveredYearDto] })
  recovered() {
    return this.claims.recovered();
  }

  @Get('claims/:claimId')
  @Permission('claim.read')
  @ApiOkResponse({ type: dto.ClaimDto })
  claim(@Param('claimId', ParseUUIDPipe) claimId: string) {
    return this.claims.one(claimId);
  }

  @Get('claims/:claimId/lines')
  @Permission('claim.read')
  @ApiOkResponse({ type: dto.ClaimLinePageDto })
  lines(@Param('claimId', ParseUUIDPipe) claimId: string, @Query() { after }: dto.ClaimLineQuery) {
    return this.claims.lines(claimId, after ?? 0);
  }

  @Get('claims/:claimId/workbook')
  @Permission('claim.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  workbook(
    @Param('claimId', ParseUUIDPipe) claimId: string,
    @Query() { language }: dto.ClaimWorkbookQuery,
  ): Promise<StreamableFile> {
    return this.files.workbook(claimId, language ?? 'nb');
  }

  @Get('claims/:claimId/letter')
  @Permission('claim.read')
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  letter(@Param('claimId', ParseUUIDPipe) claimId: string): Promise<StreamableFile> {
    return this.files.letter(claimId);
  }

  @Post('claims')
  @Permission('claim.manage')
  @ApiCreatedResponse({ type: FollowUpCreatedDto })
  draftClaim(@Body() request: dto.DraftClaimRequest) {
    return this.draft.run(request);
  }

  @Put('claims/:claimId/letter')
  @HttpCode(204)
  @Permission('claim.manage')
  @ApiNoContentResponse()
  editLetter(@Param('claimId', ParseUUIDPipe) claimId: string, @Body() request: LetterRequest) {
    return this.edit.run(claimId, request);
  }

  @Post('claims/:claimId/send')
  @Permission('claim.manage')
  @ApiCreatedResponse({ type: dto.SentClaimDto })
  sendClaim(@Param('claimId', ParseUUIDPipe) claimId: string) {
    return this.send.run(claimId);
  }

  @Post('claims/:claimId/record-outcome')
  @HttpCode(204)
  @Permission('claim.manage')
  @ApiNoContentResponse()
  recordOutcome(@Param('claimId', ParseUUIDPipe) claimId: string, @Body() request: dto.ClaimOutcomeRequest) {
    return this.record.run(claimId, request);
  }

  @Post('claims/:claimId/withdraw')
  @HttpCode(204)
  @Permission('claim.manage')
  @ApiNoContentResponse()
  withdrawClaim(@Param('claimId', ParseUUIDPipe) claimId: string, @Body() { reason }: dto.WithdrawClaimRequest) {
    return this.withdraw.run(claimId, reason);
  }

  /** Records the supplier's response. */
  @Post('claims/:claimId/respond')
  @HttpCode(204)
  @Permission('claim.respond')
  @ApiNoContentResponse()
  respondToClaim(
    @Param('claimId', ParseUUIDPipe) claimId: string,
    @Body() { answer, text }: dto.RespondToClaimRequest,
  ) {
    return this.respond.run(claimId, answer, text);
  }

  /** Lists credit lines that may belong to the claim. */
  @Get('claims/:claimId/credit-candidates')
  @Permission('claim.manage')
  @ApiOkResponse({ type: [dto.ClaimCreditCandidateDto] })
  creditCandidates(@Param('claimId', ParseUUIDPipe) claimId: string) {
    return this.candidates.run(claimId);
  }

  @Post('claims/:claimId/credits')
  @Permission('claim.manage')
  @ApiCreatedResponse({ type: FollowUpCreatedDto })
  confirmCredit(@Param('claimId', ParseUUIDPipe) claimId: string, @Body() request: dto.ConfirmCreditRequest) {
    return this.confirm.run(claimId, request);
  }

  @Post('claim-credits/:creditId/revoke')
  @HttpCode(204)
  @Permission('claim.manage')
  @ApiNoContentResponse()
  revokeCredit(@Param('creditId', ParseUUIDPipe) creditId: string) {
    return this.revoke.run(creditId);
  }
}
