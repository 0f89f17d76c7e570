import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as dto from './preferences.dto.ts';
import { Preferences } from './preferences.ts';

/** The user's own notification preferences. */
@ApiTags('notification-preferences')
@Controller('notifications/preferences')
export class NotificationPreferencesController {
  constructor(private readonly preferences: Preferences) {}

  @Get()
  @Permission('notification.choose')
  @ApiOkResponse({ type: [dto.NotificationPreferenceDto] })
  list() {
    return this.preferences.list();
  }

  @Put()
  @Permission('notification.choose')
  @ApiOkResponse({ type: [dto.NotificationPreferenceDto] })
  save(@Body() { preferences }: dto.SaveNotificationPreferencesRequest) {
    return this.preferences.save(preferences);
  }
}
