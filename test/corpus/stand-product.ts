import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import { rooms, createHeadlessApp } from '@tallgrunn/app-server';
import { createWebServer } from '@tallgrunn/app-server/testing';
import { defaultOperations, defaultSignInPolicy, type Config } from '@tallgrunn/platform';
import { freshDatabase } from '@tallgrunn/platform/testing';

/** The whole product with its own database and folder. Jobs wait in this process and run on request. */
export interface Product {
  readonly app: INestApplicationContext;
  /** A folder for loaded files. */
  readonly folder: string;
  /** Environment variables that give the command line access to the database and folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts its web server without listening. Close it before the product. */
  serve(): Promise<INestApplication>;
  close(): Promise<void>;
}

export async function createProduct(): Promise<Product> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-test-'));
  const database = await freshDatabase(rooms);
  const { ownerUrl, appUrl } = database;
  const config: Config = {
    ownerUrl,
    appUrl,
    port: 0,
    host: '127.0.0.1',
    dataFolder: path.join(folder, 'data'),
    webFolder: path.join(folder, 'web'),
    publicUrl: 'http://localhost',
    https: false,
    trustedProxies: false,
    sessionSecret: 'only-for-tests',
    securityLogKey: 'only-for-tests',
    signIn: { ...defaultSignInPolicy, secondFactor: 'optional' },
    factorSecret: 'only-for-tests',
    smtpUrl: null,
    mailFrom: 'Tallgrunn <no-reply@localhost>',
    mailBounces: null,
    clamdUrl: null,
    allowUnencrypted: new Set(),
    securityContact: null,
    logLevel: 'silent',
    operations: { ...defaultOperations, diskFreeMinBytes: 0 },
  };
  const app = await createHeadlessApp(config, { works: false, jobsAtOnce: true });
  return {
    app,
    folder,
    environment: {
      DATABASE_URL: ownerUrl,
      APP_DATABASE_URL: appUrl,
      TALLGRUNN_DATA: config.dataFolder,
      LOG_LEVEL: 'silent',
    },
    serve: async () => {
      const server = await createWebServer(config);
      server.useLogger(false);
      return server.init();
    },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
