import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { CalendarFeeds } from './calendar-feeds.ts';
import { CalendarController, CalendarFeedsController } from './calendar.controller.ts';
import { CollectDates } from './collect-dates.ts';
import { ShowFeed } from './show-feed.ts';
import { SyncEvents } from './sync-events.ts';

/** Due dates, notice dates and days of new prices, in the calendar of whoever they concern. */
@Module({
  imports: [IdentityModule],
  controllers: [CalendarFeedsController, CalendarController],
  providers: [CalendarFeeds, CollectDates, ShowFeed, SyncEvents],
})
export class CalendarModule {}
