import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { CONFIG, DiskSpace, logRequests, Metrics, ROUTE, type Config } from '@tallgrunn/platform';
import { AnswerProbes } from './answer-probes.ts';
import { REQUEST_LOG, type RequestLogger } from './request-logger.ts';

/** Maximum bytes of a JSON body; anything larger or of another type counts as a file. */
const SMALL_BYTES = 2 * 1024 * 1024;

/**
 * Installs the outermost handlers: trace and log line of each request, probes, and rejection of files when the disk is
 * full.
 */
export function setUpOperations(app: NestExpressApplication): void {
  const config = app.get<Config>(CONFIG);
  const log = app.get<RequestLogger>(REQUEST_LOG);
  const probes = new AnswerProbes(app, 'serve');
  const write = config.operations.logsRequests ? log : null;
  app.use(logRequests(app.get(Metrics), write && ((line) => AnswerProbes.isReserved(line.route) || write(line))));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (probes.isDraining) response.setHeader('Connection', 'close');
    if (!AnswerProbes.isReserved(request.path)) return next();
    response.locals[ROUTE] = AnswerProbes.routeOf(request.path);
    void probes.run(request, response).catch(next);
  });
  app.use(rejectFilesWithoutDiskSpace(app.get(DiskSpace)));
}

/** Rejects a body that would be stored as a file before its first byte is read, when there is too little disk space. */
function rejectFilesWithoutDiskSpace(disk: DiskSpace) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!hasFileBody(request)) return next();
    void disk.requireRoom(Number(request.get('content-length') ?? 0)).then(() => next(), next);
  };
}

function hasFileBody(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.get('transfer-encoding') !== undefined)
    return request.get('transfer-encoding') !== undefined;
  const length = Number(request.get('content-length') ?? 0);
  return length > 0 && (length > SMALL_BYTES || !/^application\/json\b/i.test(request.get('content-type') ?? ''));
}
