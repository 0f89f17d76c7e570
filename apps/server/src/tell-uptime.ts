import type { Uptime } from '@tallgrunn/platform';

const EVERY_MS = 60_000;

/** Tells every minute that the server is there, so that a time in which it was not can be seen afterwards. */
export async function tellUptime(uptime: Uptime): Promise<void> {
  await uptime.tell();
  setInterval(() => void uptime.tell().catch(() => undefined), EVERY_MS).unref();
}
