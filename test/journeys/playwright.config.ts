import { defineConfig } from '@playwright/test';
import { browser } from '../support/browser.ts';

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };

/** Journeys run against a server that is up with the demo world loaded: `npm test` starts one and says where in BASE_URL and WORLD. */
export default defineConfig({
  testDir: '.',
  workers: 2,
  // A machine that is busy with something else is not a fault of the page: patience is long, and what passes only at the second try is named as flaky.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  outputDir: '../../tmp/journeys',
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:3000',
    launchOptions: await browser(),
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  },
  projects: [
    { name: 'wide', use: { viewport: wide } },
    { name: 'narrow', use: { viewport: narrow }, grepInvert: /@wide/ },
  ],
});
