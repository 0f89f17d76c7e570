import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CONFIG, type Config } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { ApiDescription } from './api-docs/api-description.ts';
import { ApiDocsController } from './api-docs/api-docs.controller.ts';
import { HealthController } from './health.controller.ts';
import { createWebServer } from './create-server.ts';
import { OperationsController } from './operations/operations.controller.ts';
import { ShowOperations } from './operations/show-operations.ts';
import { rooms } from './rooms.ts';

@Module({
  controllers: [HealthController, OperationsController, ApiDocsController],
  providers: [ApiDescription, ShowOperations],
})
class RootModule {}

/**
 * Starts all rooms and the application's own controllers on a fresh database, without the API prefix. Close it in
 * afterAll.
 */
export async function startAllRooms(
  options: Pick<NonNullable<Parameters<typeof setUpTestApp>[1]>, 'clamdUrl' | 's3' | 'database'> = {},
): Promise<TestApp> {
  const stand = await setUpTestApp(rooms, { modules: [RootModule], ...options });
  stand.get(ApiDescription).of(stand.app);
  return stand;
}

/** Starts the server as `serve` does, on the database and folder of a test stand. Close it before the stand. */
export async function startServer(stand: TestApp, change: Partial<Config> = {}): Promise<NestExpressApplication> {
  const app = await createWebServer({ ...stand.app.get<Config>(CONFIG), ...change });
  app.useLogger(false);
  return app.init();
}

export { createWebServer } from './create-server.ts';
export { declaredRoutes } from './require-permissions.ts';
