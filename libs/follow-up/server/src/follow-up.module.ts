import { Module } from '@nestjs/common';
import { NotificationsModule } from './notifications/notifications.module.ts';

/** Follow-up of suppliers: notifications, cases, penalties and claims. Each area is a module in a folder of its own. */
@Module({
  imports: [NotificationsModule],
})
export class FollowUpModule {}
