import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import {
  CONFIG,
  currentTrace,
  Drain,
  EXPOSITION_TYPE,
  Gauge,
  InstallationHealth,
  isLoopback,
  Metrics,
  type Config,
  type ProgramName,
} from '@tallgrunn/platform';
import { programVersion } from '../program-version.ts';

/** Names that probes and scrapers look under by default. A web page there would look like a healthy answer. */
const RESERVED =
  /^\/(?:health|healthz|livez|readyz|isalive|isready|internal|actuator|metrics|prometheus|status|ping|debug|-)(?:\/|$)/i;
const RETRY_SECONDS = 5;

const PROBES: Readonly<Record<string, 'live' | 'ready' | 'metrics'>> = {
  '/health/live': 'live',
  '/isalive': 'live',
  '/health/ready': 'ready',
  '/isready': 'ready',
  '/metrics': 'metrics',
};

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
  headers,
});

function problem(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = {
    type: `urn:tallgrunn:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    params: {},
    issues: [],
    ...(currentTrace() && { traceId: currentTrace()?.traceId }),
  };
  return { status, type: 'application/problem+json', body: JSON.stringify(body), headers };
}

/** Answers liveness, readiness and metrics of one program, on the port of the pages or on one of its own. */
export class AnswerProbes {
  readonly #config: Config;
  readonly #health: InstallationHealth;
  readonly #metrics: Metrics;
  readonly #drain: Drain;

  constructor(
    app: INestApplicationContext,
    private readonly program: ProgramName,
  ) {
    this.#config = app.get<Config>(CONFIG);
    this.#health = app.get(InstallationHealth);
    this.#metrics = app.get(Metrics);
    this.#drain = app.get(Drain);
    const labels = { program, version: programVersion() };
    this.#metrics.registry.add(
      new Gauge('tallgrunn_build_info', 'Which program this is.', Object.keys(labels), () => [{ labels, value: 1 }]),
    );
  }

  /** Whether the path is for probes and scrapers. Any that is and that does not exist is answered with 404. */
  static isReserved(path: string): boolean {
    return RESERVED.test(path);
  }

  /** The name of what answers the path, for log and metrics. */
  static routeOf(path: string): string {
    return path in PROBES ? path : 'unmatched';
  }

  get isDraining(): boolean {
    return this.#drain.isDraining;
  }

  async run(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.#answer(request);
    response.statusCode = answer.status;
    response.setHeader('Content-Type', answer.type);
    response.setHeader('Cache-Control', 'no-store');
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const probe = PROBES[path];
    if (probe === undefined) return problem(404, 'not-found');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return problem(405, 'method-not-allowed', { Allow: 'GET, HEAD' });
    if (probe === 'live') return json(200, { status: 'alive', program: this.program });
    return probe === 'ready' ? this.#readiness(request) : this.#exposition(request);
  }

  /** 503 while a part is down that this program needs, or while it is ending. Which part is for operators only. */
  async #readiness(request: IncomingMessage): Promise<Answer> {
    const { status, parts } = await this.#health.state();
    const body = { status, program: this.program, ...(this.#isOperator(request) && { parts }) };
    return status === 'ready' || status === 'degraded'
      ? json(200, body)
      : json(503, body, { 'Retry-After': String(RETRY_SECONDS) });
  }

  async #exposition(request: IncomingMessage): Promise<Answer> {
    if (!this.#isOperator(request))
      return this.#config.operations.metricsToken === null
        ? problem(404, 'not-found')
        : problem(401, 'not-signed-in', { 'WWW-Authenticate': 'Bearer' });
    return { status: 200, type: EXPOSITION_TYPE, body: await this.#metrics.collect() };
  }

  /** Whoever has METRICS_TOKEN; where none is set, whoever calls from this machine. */
  #isOperator(request: IncomingMessage): boolean {
    const { metricsToken } = this.#config.operations;
    return metricsToken === null ? this.#isFromThisMachine(request) : isBearer(request, metricsToken);
  }

  /** A proxy on this machine calls from here too, for anybody: behind one, only a token tells who asks. */
  #isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
    const { https, trustedProxies } = this.#config;
    const isBehindProxy = this.program === 'serve' && (https || trustedProxies !== false);
    const isForwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers[name] !== undefined);
    return !isBehindProxy && !isForwarded && isLoopback(socket.remoteAddress ?? '');
  }
}

/** Compares hashes, so that neither length nor time tells anything of the token. */
function isBearer({ headers }: IncomingMessage, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`));
}
