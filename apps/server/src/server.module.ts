import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config } from '@tallgrunn/platform';
import type { DestinationStream } from 'pino';
import { ApiDescription } from './api-docs/api-description.ts';
import { ApiDocsController } from './api-docs/api-docs.controller.ts';
import { HealthController } from './health.controller.ts';
import { configureLogger } from './configure-logger.ts';
import { OperationsController } from './operations/operations.controller.ts';
import { ShowOperations } from './operations/show-operations.ts';
import { REQUEST_LOG, requestLogger } from './operations/request-logger.ts';
import { rooms } from './rooms.ts';

/** The root module: platform, rooms, health, and the API description. */
@Module({})
export class ServerModule {
  static with(
    config: Config,
    { logTo, ...options }: { works: boolean; jobsAtOnce?: boolean; logTo?: DestinationStream },
  ): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        configureLogger(config.logLevel, logTo),
        PlatformModule.forRoot({ config, rooms, ...options }),
        ...rooms.map((room) => room.module),
      ],
      controllers: [HealthController, OperationsController, ApiDocsController],
      providers: [
        ApiDescription,
        ShowOperations,
        { provide: REQUEST_LOG, useFactory: () => requestLogger(config.logLevel, logTo) },
      ],
    };
  }
}
