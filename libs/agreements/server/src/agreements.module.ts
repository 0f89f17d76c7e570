import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { IdentityModule } from '@tallgrunn/identity-server';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { AgreementsController, AgreementVersionsController } from './register/agreements.controller.ts';
import { AssignOwner } from './register/assign-owner.ts';
import { ChangeAgreementSupplier } from './register/change-holding.ts';
import { BuildCheckContext } from './context/build-check-context.ts';
import { ContextRows } from './context/context-rows.ts';
import { ReadAgreedPrices } from './context/read-agreed-prices.ts';
import { LearnedRuleRows } from './context/lesson-rows.ts';
import { AdjacentObligationRows } from './context/part-rows.ts';
import { PartyRows } from './context/party-rows.ts';
import { InviteParty } from './invitations/invite-party.ts';
import { CreateAgreement } from './register/create-agreement.ts';
import { ImportAssortment } from './prices/import-assortment.ts';
import { LearnItemNumbers } from './prices/learn-item-numbers.ts';
import { ListAgreements } from './register/list-agreements.ts';
import { pricesControllers, pricesProviders } from './prices/prices-providers.ts';
import { ListParties } from './register/list-parties.ts';
import { CreateObligationsDaily, CreateObligationsOfTerms } from './duties/open-duties-on-time.ts';
import { AgreementDutiesController } from './duties/agreement-duties.controller.ts';
import { ExemptObligation } from './duties/exempt-duty.ts';
import { ExtendObligation } from './duties/extend-obligation.ts';
import { ObligationsController } from './duties/obligations.controller.ts';
import { CreateObligations } from './duties/open-duties.ts';
import { PreviewObligations } from './duties/preview-obligations.ts';
import { registerControllers, registerProviders } from './register/register-providers.ts';
import { PublishedTemplates } from './terms/published-templates.ts';
import { PublishTerms } from './terms/publish-terms.ts';
import { RequireValidTerms } from './terms/require-sound-terms.ts';
import { ShowAgreement } from './register/show-agreement.ts';
import { setUpControllers, setUpProviders } from './set-up/set-up-providers.ts';
import { termsControllers, termsProviders } from './terms/terms-providers.ts';
import { partiesControllers, partiesProviders } from './parties/parties-providers.ts';
import { RevokeLearnedAnswer } from './parties/forget-answer.ts';
import { AddBuyerAliases } from './parties/teach-buyer-names.ts';
import { AddColumnRule } from './parties/teach-column.ts';
import { AddUnitMapping } from './parties/teach-unit.ts';

@Module({
  imports: [
    IdentityModule,
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({
        storage: new SpoolUpload(files.spoolFolder, limits.assortment.sizeBytesMax),
        limits: { files: 1, fields: 10, fieldSize: 10_000 },
      }),
    }),
  ],
  controllers: [
    AgreementsController,
    AgreementVersionsController,
    AgreementDutiesController,
    ObligationsController,
    ...registerControllers,
    ...partiesControllers,
    ...pricesControllers,
    ...termsControllers,
    ...setUpControllers,
  ],
  providers: [
    CreateAgreement,
    ListAgreements,
    ShowAgreement,
    ListParties,
    CreateObligations,
    PreviewObligations,
    ExemptObligation,
    ExtendObligation,
    CreateObligationsDaily,
    CreateObligationsOfTerms,
    ContextRows,
    LearnedRuleRows,
    AdjacentObligationRows,
    PartyRows,
    BuildCheckContext,
    ReadAgreedPrices,
    ...registerProviders,
    ...partiesProviders,
    ...termsProviders,
    ...pricesProviders,
    ...setUpProviders,
  ],
  exports: [
    CreateAgreement,
    InviteParty,
    ImportAssortment,
    LearnItemNumbers,
    PublishedTemplates,
    PublishTerms,
    RequireValidTerms,
    CreateObligations,
    ExemptObligation,
    ExtendObligation,
    AssignOwner,
    ChangeAgreementSupplier,
    AddBuyerAliases,
    AddColumnRule,
    AddUnitMapping,
    RevokeLearnedAnswer,
    BuildCheckContext,
    ReadAgreedPrices,
  ],
})
export class AgreementsModule {}
