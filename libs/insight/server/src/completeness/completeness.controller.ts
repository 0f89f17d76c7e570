import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CompletenessDto } from './completeness.dto.ts';
import { ListCompleteness, type Completeness } from './list-completeness.ts';

@ApiTags('completeness')
@Controller('completeness')
export class CompletenessController {
  constructor(private readonly list: ListCompleteness) {}

  /** Returns the available data by buyer and month, for up to three years. */
  @Get()
  @Permission('combined.read')
  @ApiOkResponse({ type: CompletenessDto })
  show(): Promise<Completeness> {
    return this.list.run();
  }
}
