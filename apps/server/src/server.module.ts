import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { PlatformModule, type Config } from '@tallgrunn/platform';
import { HealthController } from './health.controller.ts';
import { rooms } from './rooms.ts';

/** The roof: platform, rooms, health. */
@Module({})
export class ServerModule {
  static with(config: Config, options: { works: boolean; jobsAtOnce?: boolean }): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers["x-csrf-token"]', 'req.headers["x-invitation"]'], autoLogging: false } }),
        PlatformModule.forRoot({ config, rooms, ...options }),
        ...rooms.map((room) => room.module),
      ],
      controllers: [HealthController],
    };
  }
}
