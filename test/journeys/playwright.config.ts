import { defineConfig } from '@playwright/test';
import { browser } from '../support/browser.ts';

/** Journeys run against a server that is up: `npm test` starts one and says where in BASE_URL. */
export default defineConfig({
  testDir: '.',
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['json']],
  outputDir: '../../tmp/journeys',
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:3000',
    launchOptions: await browser(),
    trace: 'retain-on-failure',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  },
});
