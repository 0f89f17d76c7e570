import { Module } from '@nestjs/common';

/** Follow-up of suppliers: notifications, cases, penalties and claims. Each area is a module in a folder of its own. */
@Module({ imports: [] })
export class FollowUpModule {}
