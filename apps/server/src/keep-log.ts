import type { DynamicModule } from '@nestjs/common';
import { currentTrace, withoutSecrets } from '@tallgrunn/platform';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';

interface LoggedRequest {
  readonly method?: string;
  readonly url?: string;
}

/** A request as it is logged: no header, for these hold addresses and what lets somebody in, and no secret of its address. */
const describeRequest = ({ method, url }: LoggedRequest) => ({ method, url: withoutSecrets(url ?? '') });

/** Every line of a request or of a job that it led to names its trace. */
const traceOfLine = (): object => {
  const trace = currentTrace();
  return trace ? { traceId: trace.traceId } : {};
};

/** The log, as JSON lines on stdout unless it is said where else. */
export function keepLog(level: string, stream?: DestinationStream): DynamicModule {
  const pinoHttp = {
    level,
    serializers: { req: describeRequest, res: () => undefined },
    mixin: traceOfLine,
    autoLogging: false,
  };
  return LoggerModule.forRoot({ pinoHttp: stream ? [pinoHttp, stream] : pinoHttp });
}
