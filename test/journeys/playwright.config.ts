import { defineConfig } from '@playwright/test';
import { findBrowser } from '../support/browser.ts';
import { narrow, wide } from './open-page.ts';

/**
 * Journeys run against a running server with the demo world: `npm test` starts one and sets BASE_URL and WORLD. They
 * run in a wide window, where each page is also checked in a narrow one. The most common journeys, tagged @both, run in
 * each width.
 */
export default defineConfig({
  testDir: '.',
  workers: 2,
  // A busy machine is not a fault of the page: time limits are long, and tests that pass only at the second try are
  // reported as flaky.
  retries: 1,
  timeout: 400_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json']],
  outputDir: '../../tmp/journeys',
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:3000',
    launchOptions: await findBrowser(),
    actionTimeout: 45_000,
    trace: 'retain-on-failure',
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  },
  projects: [
    { name: 'wide', use: { viewport: wide } },
    { name: 'narrow', use: { viewport: narrow }, grep: /@both/ },
  ],
});
