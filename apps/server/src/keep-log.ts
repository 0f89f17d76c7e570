import type { DynamicModule } from '@nestjs/common';
import { withoutSecrets } from '@tallgrunn/platform';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';

/** Headers that let somebody in: never written down. */
const secrets = ['cookie', 'authorization', 'x-csrf-token', 'x-invitation'];

interface Logged {
  readonly url?: string;
  readonly params?: unknown;
  readonly query?: unknown;
}

/** A request as it is written down: without what lets somebody in, also where that stands in the address. */
const told = ({ params: _params, query: _query, ...request }: Logged) => ({
  ...request,
  url: withoutSecrets(request.url ?? ''),
});

/** The log, as JSON lines on stdout unless it is said where else. */
export function keepLog(level: string, stream?: DestinationStream): DynamicModule {
  const pinoHttp = {
    level,
    redact: [...secrets.map((name) => `req.headers["${name}"]`), 'res.headers["set-cookie"]'],
    serializers: { req: told },
    autoLogging: false,
  };
  return LoggerModule.forRoot({ pinoHttp: stream ? [pinoHttp, stream] : pinoHttp });
}
