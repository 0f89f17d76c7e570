import { defineConfig } from '@playwright/test';
import { browser } from '../support/browser.ts';
import { narrow, wide } from './look.ts';

/**
 * Journeys run against a server that is up with the demo world loaded: `npm test` starts one and says where in BASE_URL and WORLD.
 * They are made in a wide window, where each page is looked at in a narrow one too; those of every day, tagged @both, are made in each.
 */
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
    { name: 'narrow', use: { viewport: narrow }, grep: /@both/ },
  ],
});
