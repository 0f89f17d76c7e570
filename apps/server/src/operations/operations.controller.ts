import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { JobList, Permission } from '@tallgrunn/platform';
import { FailedJobDto, OperationsDto } from './operations.dto.ts';
import { ShowOperations } from './show-operations.ts';

@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly operations: ShowOperations,
    private readonly jobs: JobList,
  ) {}

  /** Returns the state of each part, program and queue of the installation. */
  @Get()
  @Permission('operations.read')
  @ApiOkResponse({ type: OperationsDto })
  show() {
    return this.operations.run();
  }

  /** Returns the failed jobs of the cooperative and those without a cooperative, newest first. */
  @Get('jobs')
  @Permission('operations.read')
  @ApiOkResponse({ type: [FailedJobDto] })
  listFailedJobs() {
    return this.jobs.failed('own');
  }

  @Post('jobs/:jobId/retry')
  @HttpCode(204)
  @Permission('operations.manage')
  @ApiNoContentResponse()
  retryJob(@Param('jobId', ParseUUIDPipe) id: string) {
    return this.jobs.retry(id, 'own');
  }

  @Post('jobs/:jobId/discard')
  @HttpCode(204)
  @Permission('operations.manage')
  @ApiNoContentResponse()
  discardJob(@Param('jobId', ParseUUIDPipe) id: string) {
    return this.jobs.discard(id, 'own');
  }
}
