import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@tallgrunn/platform';
import { ServerModule } from './server.module.ts';

/**
 * Creates the rooms without the web server, for commands that run the same use cases. `works` makes the application
 * process jobs from the queue.
 */
export function createHeadlessApp(
  config: Config,
  options: { works: boolean; jobsAtOnce?: boolean },
): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(ServerModule.with({ ...config, logLevel: 'silent' }, options), {
    logger: false,
    abortOnError: false,
  });
}
