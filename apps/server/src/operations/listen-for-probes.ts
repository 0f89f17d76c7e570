import { createServer, type Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { CONFIG, type Config } from '@tallgrunn/platform';
import { listenError } from '../run-program.ts';
import { AnswerProbes } from './answer-probes.ts';

const REQUEST_MS = 10_000;

/**
 * Serves probes and metrics of the worker on WORK_PORT; null when that is 0. @throws StartFault when the port is not
 * available
 */
export async function listenForProbes(app: INestApplicationContext): Promise<Server | null> {
  const { workPort, workHost } = app.get<Config>(CONFIG).operations;
  if (workPort === 0) return null;
  const probes = new AnswerProbes(app, 'work');
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    void probes.run(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, 'WORK_PORT', 'WORK_HOST', workPort, workHost)));
    server.listen(workPort, workHost, resolve);
  });
  server.unref();
  return server;
}
