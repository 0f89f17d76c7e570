import { Module } from '@nestjs/common';
import { ReportingModule } from '@tallgrunn/reporting-server';
import { CasesModule } from '../cases/cases.module.ts';
import { ShowSupplier } from './show-supplier.ts';
import { SupplierOverviewController } from './supplier-overview.controller.ts';

/** The page of one supplier. */
@Module({
  imports: [ReportingModule, CasesModule],
  controllers: [SupplierOverviewController],
  providers: [ShowSupplier],
})
export class SupplierPageModule {}
