import { Module } from '@nestjs/common';
import { ReportingModule } from '@tallgrunn/reporting-server';
import { CasesModule } from '../cases/cases.module.ts';
import { ReadDeclarationCoverage } from './read-declaration-coverage.ts';
import { ReadQuality } from './read-quality.ts';
import { ShowSupplier } from './show-supplier.ts';
import { SupplierOverviewController } from './supplier-overview.controller.ts';

/** The overview page of one supplier. */
@Module({
  imports: [ReportingModule, CasesModule],
  controllers: [SupplierOverviewController],
  providers: [ReadDeclarationCoverage, ReadQuality, ShowSupplier],
  exports: [ReadDeclarationCoverage, ReadQuality],
})
export class SupplierPageModule {}
