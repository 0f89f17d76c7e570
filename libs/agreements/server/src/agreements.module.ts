import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { IdentityModule } from '@tallgrunn/identity-server';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import {
  AgreementsController,
  AssignablePartiesController,
  PriceFormsController,
} from './register/agreements.controller.ts';
import { AssignOwner } from './register/assign-owner.ts';
import { ChangeAgreementSupplier } from './register/change-agreement-supplier.ts';
import { BuildCheckContext } from './context/build-check-context.ts';
import { ContextRows } from './context/context-rows.ts';
import { ReadAgreedPrices } from './context/read-agreed-prices.ts';
import { LearnedRuleRows } from './context/learned-rule-rows.ts';
import { AdjacentObligationRows } from './context/adjacent-obligation-rows.ts';
import { PartyRows } from './context/party-rows.ts';
import { InviteParty } from './invitations/invite-party.ts';
import { CreateAgreement } from './register/create-agreement.ts';
import { ImportAssortment } from './prices/import-assortment.ts';
import { LearnItemNumbers } from './prices/learn-item-numbers.ts';
import { ListAgreements } from './register/list-agreements.ts';
import { pricesControllers, pricesProviders } from './prices/prices-providers.ts';
import { ListParties } from './register/list-parties.ts';
import { CreateObligationsDaily, CreateObligationsOfTerms } from './obligations/schedule-obligations.ts';
import { FindSuccessor } from './parties/find-successor.ts';
import { MoveObligation } from './obligations/move-obligation.ts';
import { ExemptObligation } from './obligations/exempt-obligation.ts';
import { ExtendObligation } from './obligations/extend-obligation.ts';
import { ObligationsController } from './obligations/obligations.controller.ts';
import { CreateObligations } from './obligations/create-obligations.ts';
import { PreviewObligations } from './obligations/preview-obligations.ts';
import { registerControllers, registerProviders } from './register/register-providers.ts';
import { PublishedTemplates } from './terms/published-templates.ts';
import { PublishTerms } from './terms/publish-terms.ts';
import { RequireValidTerms } from './terms/require-sound-terms.ts';
import { ShowAgreement } from './register/show-agreement.ts';
import { setUpControllers, setUpProviders } from './set-up/set-up-providers.ts';
import { termsControllers, termsProviders } from './terms/terms-providers.ts';
import { partiesControllers, partiesProviders } from './parties/parties-providers.ts';
import { RevokeLearnedAnswer } from './parties/forget-answer.ts';
import { AddBuyerAliases } from './parties/add-buyer-aliases.ts';
import { AddColumnRule } from './parties/add-column-rule.ts';
import { AddUnitMapping } from './parties/add-unit-mapping.ts';

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
    AssignablePartiesController,
    PriceFormsController,
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
    MoveObligation,
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
    FindSuccessor,
    ExemptObligation,
    MoveObligation,
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
