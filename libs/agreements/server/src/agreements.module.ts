import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { AgreementsController, AgreementVersionsController } from './agreements.controller.ts';
import { BuildCheckContext } from './build-check-context.ts';
import { ContextRows } from './context-rows.ts';
import { CreateAgreement } from './create-agreement.ts';
import { ImportAssortment } from './import-assortment.ts';
import { ListAgreements } from './list-agreements.ts';
import { ListItems } from './list-items.ts';
import { ListParties } from './list-parties.ts';
import { LookForDuties, OpenDutiesOfTerms } from './open-duties-on-time.ts';
import { OpenDuties } from './open-duties.ts';
import { PublishTerms } from './publish-terms.ts';
import { ShowAgreement } from './show-agreement.ts';
import { ShowTerms } from './show-terms.ts';
import { TeachBuyerNames } from './teach-buyer-names.ts';

@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({ storage: new SpoolUpload(files.spoolFolder, limits.assortment.sizeBytesMax), limits: { files: 1, fields: 10, fieldSize: 10_000 } }),
    }),
  ],
  controllers: [AgreementsController, AgreementVersionsController],
  providers: [CreateAgreement, ListAgreements, ShowAgreement, ShowTerms, ListItems, ListParties, ImportAssortment, PublishTerms, OpenDuties, LookForDuties, OpenDutiesOfTerms, TeachBuyerNames, ContextRows, BuildCheckContext],
  exports: [CreateAgreement, ImportAssortment, PublishTerms, OpenDuties, TeachBuyerNames, BuildCheckContext],
})
export class AgreementsModule {}
