import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database, Permission, UnitOfWork, AllowApiKeys } from '@tallgrunn/platform';
import type { Response } from 'express';
import { RequestRun } from './request-run.ts';
import * as shape from './run.dto.ts';
import { ShowRun, type RunShown } from './show-run.ts';

@ApiTags('matching')
@Controller('matching/runs')
export class MatchRunsController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly requestRun: RequestRun,
    private readonly show: ShowRun,
  ) {}

  /** Requests a match run and waits for its result. */
  @Post()
  @Permission('matching.run')
  @AllowApiKeys('matching:run')
  @ApiCreatedResponse({ type: shape.RunShownDto, description: 'Done; 202 with Location while it is not.' })
  async request(
    @Query() { wait }: shape.RunWaitQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunShown> {
    // A separate unit of work, so that the worker sees the request.
    const { requestedAt } = await this.units.run({ ...this.database.actor() }, () => this.requestRun.run());
    const shown = await this.show.wait(requestedAt, wait);
    response.setHeader('Location', `/api/v1/matching/runs/latest?since=${requestedAt.toISOString()}`);
    if (shown.state === 'waiting') response.status(202).setHeader('Retry-After', '2');
    return shown;
  }

  /** Returns the newest run that began after a time, with its figures. */
  @Get('latest')
  @Permission('matching.read')
  @AllowApiKeys('matching:run')
  @ApiOkResponse({ type: shape.RunShownDto })
  showLatest(@Query() { since, wait }: shape.LatestRunQuery): Promise<RunShown> {
    return this.show.wait(new Date(since), wait);
  }
}
