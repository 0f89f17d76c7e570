import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ListTasks } from './list-tasks.ts';
import { TodayDto } from './task.dto.ts';

@ApiTags('today')
@Controller('today')
export class TodayController {
  constructor(private readonly list: ListTasks) {}

  /** Returns the tasks of the contract manager, most urgent first. */
  @Get()
  @Permission('agreement.monitor')
  @ApiOkResponse({ type: TodayDto })
  tasks() {
    return this.list.run();
  }
}
