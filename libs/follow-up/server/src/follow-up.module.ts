import { Module } from '@nestjs/common';
import { CalendarModule } from './calendar/calendar.module.ts';
import { CasesModule } from './cases/cases.module.ts';
import { ClaimsModule } from './claims/claims.module.ts';
import { DataQualityModule } from './data-quality/data-quality.module.ts';
import { MeetingSheetsModule } from './meeting-sheets/meeting-sheets.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { PenaltiesModule } from './penalties/penalties.module.ts';
import { PerformanceStatementsModule } from './performance-statements/performance-statements.module.ts';
import { PriceDeviationsModule } from './price-deviations/price-deviations.module.ts';
import { SupplierPageModule } from './supplier-page/supplier-page.module.ts';

/** Follow-up of suppliers: notifications, cases, penalties and claims. Each area is a module in its own folder. */
@Module({
  imports: [
    CalendarModule,
    NotificationsModule,
    CasesModule,
    SupplierPageModule,
    DataQualityModule,
    MeetingSheetsModule,
    PenaltiesModule,
    PerformanceStatementsModule,
    PriceDeviationsModule,
    ClaimsModule,
  ],
})
export class FollowUpModule {}
