import { Module } from '@nestjs/common';
import { ClaimsModule } from './claims/claims.module.ts';
import { PenaltiesModule } from './penalties/penalties.module.ts';
import { PriceDeviationsModule } from './price-deviations/price-deviations.module.ts';

/** Follow-up of suppliers: notifications, cases, penalties and claims. Each area is a module in a folder of its own. */
@Module({
  imports: [PenaltiesModule, PriceDeviationsModule, ClaimsModule],
})
export class FollowUpModule {}
