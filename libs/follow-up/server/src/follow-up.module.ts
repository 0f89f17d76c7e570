import { Module } from '@nestjs/common';
import { CalendarModule } from './calendar/calendar.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';

/** Follow-up of suppliers: notifications, cases, penalties and claims. Each area is a module in a folder of its own. */
@Module({
  imports: [CalendarModule, NotificationsModule],
})
export class FollowUpModule {}
