import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { EndTarget } from './end-target.ts';
import { ListTargets } from './list-targets.ts';
import { SetTarget } from './set-target.ts';
import { EndTargetRequest, SetTargetRequest, TargetCreatedDto, TargetsDto } from './target.dto.ts';

@ApiTags('targets')
@Controller('targets')
export class TargetsController {
  constructor(
    private readonly targets: ListTargets,
    private readonly set: SetTarget,
    private readonly ending: EndTarget,
  ) {}

  /** Returns the targets in force, each with its figure of every year since the base year. */
  @Get()
  @Permission('combined.read')
  @ApiOkResponse({ type: TargetsDto })
  list() {
    return this.targets.run();
  }

  /** Sets a target. */
  @Post()
  @Permission('target.write')
  @ApiCreatedResponse({ type: TargetCreatedDto })
  create(@Body() { buyerId = null, ...target }: SetTargetRequest) {
    return this.set.run({ ...target, buyerId });
  }

  /** Ends a target with a reason. */
  @Post(':targetId/end')
  @HttpCode(204)
  @Permission('target.write')
  @ApiNoContentResponse()
  end(@Param('targetId', ParseUUIDPipe) targetId: string, @Body() { reason }: EndTargetRequest): Promise<void> {
    return this.ending.run(targetId, reason);
  }
}
