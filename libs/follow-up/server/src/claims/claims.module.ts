import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { EditClaimLetter, RecordClaimOutcome, RespondToClaim, WithdrawClaim } from './claim-acts.ts';
import { ClaimStore } from './claim-store.ts';
import { ClaimsController } from './claims.controller.ts';
import { ConfirmCredit, ListCreditCandidates, RevokeCredit } from './credits.ts';
import { DownloadClaim } from './download-claim.ts';
import { DraftClaim } from './draft-claim.ts';
import { FindLetterLanguage } from './find-letter-language.ts';
import { ListClaims } from './list-claims.ts';
import { SendClaim } from './send-claim.ts';

/** Claims for prices above the agreed ones, from draft to credit. */
@Module({
  imports: [IdentityModule],
  controllers: [ClaimsController],
  providers: [
    FindLetterLanguage,
    ClaimStore,
    ListClaims,
    DraftClaim,
    SendClaim,
    EditClaimLetter,
    RecordClaimOutcome,
    WithdrawClaim,
    RespondToClaim,
    ListCreditCandidates,
    ConfirmCredit,
    RevokeCredit,
    DownloadClaim,
  ],
  exports: [ListClaims],
})
export class ClaimsModule {}
