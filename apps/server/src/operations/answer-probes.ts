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

/** Default paths of probes and scrapers. A web page at such a path would look like a healthy response. */
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

/** Answers liveness, readiness and metrics requests of one program, on the port of the pages or on a separate port. */
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

  /** Returns whether the path is reserved for probes and scrapers. A reserved path that does not exist gets 404. */
  static isReserved(path: string): boolean {
    return RESERVED.test(path);
  }

  /** Returns the route name of the path for log and metrics. */
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

  /** Returns 503 while a required part is down or the program is ending. Only operators see which part. */
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
        : problem(401, 'not-authenticated', { 'WWW-Authenticate': 'Bearer' });
    return { status: 200, type: EXPOSITION_TYPE, body: await this.#metrics.collect() };
  }

  /** Returns whether the caller has METRICS_TOKEN; without a token, whether the call comes from this machine. */
  #isOperator(request: IncomingMessage): boolean {
    const { metricsToken } = this.#config.operations;
    return metricsToken === null ? this.#isFromThisMachine(request) : isBearer(request, metricsToken);
  }

  /**
   * Returns whether a request comes from this machine. Behind a local proxy all requests do, so then only a token
   * identifies an operator.
   */
  #isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
    const { https, trustedProxies } = this.#config;
    const isBehindProxy = this.program === 'serve' && (https || trustedProxies !== false);
    const isForwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers[name] !== undefined);
    return !isBehindProxy && !isForwarded && isLoopback(socket.remoteAddress ?? '');
  }
}

/** Compares hashes, so that neither length nor timing discloses anything about the token. */
function isBearer({ headers }: IncomingMessage, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`));
}
