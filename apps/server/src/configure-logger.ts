import type { DynamicModule } from '@nestjs/common';
import { currentTrace, redactUrl } from '@tallgrunn/platform';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';

interface LoggedRequest {
  readonly method?: string;
  readonly url?: string;
}

/**
 * Returns the logged part of a request: no headers, which contain addresses and credentials, and no secrets from its
 * URL.
 */
const describeRequest = ({ method, url }: LoggedRequest) => ({ method, url: redactUrl(url ?? '') });

/** Adds the trace id to each log line of a request and of the jobs it caused. */
const traceOfLine = (): object => {
  const trace = currentTrace();
  return trace ? { traceId: trace.traceId } : {};
};

/** Configures the log: JSON lines to stdout, or to the given stream. */
export function configureLogger(level: string, stream?: DestinationStream): DynamicModule {
  const pinoHttp = {
    level,
    serializers: { req: describeRequest, res: () => undefined },
    mixin: traceOfLine,
    autoLogging: false,
  };
  return LoggerModule.forRoot({ pinoHttp: stream ? [pinoHttp, stream] : pinoHttp });
}
