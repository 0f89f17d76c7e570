import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@tallgrunn/platform';
import { ServerModule } from './server.module.ts';

/** The rooms without the web: for commands that run the same use cases. `works` lets it take jobs from the queue itself. */
export function standApart(
  config: Config,
  options: { works: boolean; jobsAtOnce?: boolean },
): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(ServerModule.with({ ...config, logLevel: 'silent' }, options), {
    logger: false,
    abortOnError: false,
  });
}
