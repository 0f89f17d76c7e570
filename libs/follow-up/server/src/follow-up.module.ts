import { Module } from '@nestjs/common';
import { CasesModule } from './cases/cases.module.ts';
import { SupplierPageModule } from './supplier-page/supplier-page.module.ts';

/** Follow-up of suppliers: notifications, cases, penalties and claims. Each area is a module in a folder of its own. */
@Module({
  imports: [CasesModule, SupplierPageModule],
})
export class FollowUpModule {}
