import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { CalendarFeeds } from './calendar-feeds.ts';
import { CalendarController, CalendarFeedsController } from './calendar.controller.ts';
import { CollectDates } from './collect-dates.ts';
import { ShowFeed } from './show-feed.ts';
import { SyncEvents } from './sync-events.ts';

/** Calendar feeds with due dates, notice dates and start dates of new prices. */
@Module({
  imports: [IdentityModule],
  controllers: [CalendarFeedsController, CalendarController],
  providers: [CalendarFeeds, CollectDates, ShowFeed, SyncEvents],
})
export class CalendarModule {}
