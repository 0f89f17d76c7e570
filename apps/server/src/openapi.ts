import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@tallgrunn/platform';
import { buildOpenApi } from './build-openapi.ts';
import { ServerModule } from './server.module.ts';

// Prints openapi.json. Nothing is instantiated and no database is contacted.
const config = readConfig({
  DATABASE_URL: 'postgres://nobody@localhost/none',
  TALLGRUNN_APP_PASSWORD: 'none',
  SESSION_SECRET: 'none',
  FACTOR_SECRET: 'none',
});
const app = await NestFactory.create(ServerModule.with(config, { works: false }), {
  preview: true,
  logger: false,
  abortOnError: false,
});
app.setGlobalPrefix('api/v1');
// a pipe accepts the text in pieces: exit only after the last one is written
process.stdout.write(`${JSON.stringify(buildOpenApi(app), null, 2)}\n`, () => process.exit(0));
