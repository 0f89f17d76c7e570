import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';

/** Headers that let somebody in: never written down. */
const secrets = ['cookie', 'authorization', 'x-csrf-token', 'x-invitation'];

/** The log, as JSON lines on stdout unless it is said where else. */
export function keepLog(level: string, stream?: DestinationStream): DynamicModule {
  const pinoHttp = { level, redact: [...secrets.map((name) => `req.headers["${name}"]`), 'res.headers["set-cookie"]'], autoLogging: false };
  return LoggerModule.forRoot({ pinoHttp: stream ? [pinoHttp, stream] : pinoHttp });
}
