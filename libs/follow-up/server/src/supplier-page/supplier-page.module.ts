import { Module } from '@nestjs/common';
import { AgreementsModule } from '@tallgrunn/agreements-server';
import { ReportingModule } from '@tallgrunn/reporting-server';
import { CasesModule } from '../cases/cases.module.ts';
import { AgreementDeclarationsController } from './agreement-declarations.controller.ts';
import { ListAgreementDeclarations } from './list-agreement-declarations.ts';
import { ListMissingDeclarations } from './list-missing-declarations.ts';
import { ReadDeclarationCoverage } from './read-declaration-coverage.ts';
import { ReadQuality } from './read-quality.ts';
import { ShowSupplier } from './show-supplier.ts';
import { SupplierOverviewController } from './supplier-overview.controller.ts';

/** The overview page of one supplier, and how far the items of an agreement are declared. */
@Module({
  imports: [AgreementsModule, ReportingModule, CasesModule],
  controllers: [AgreementDeclarationsController, SupplierOverviewController],
  providers: [ListAgreementDeclarations, ListMissingDeclarations, ReadDeclarationCoverage, ReadQuality, ShowSupplier],
  exports: [ReadDeclarationCoverage, ReadQuality],
})
export class SupplierPageModule {}
