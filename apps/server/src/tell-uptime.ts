import type { Uptime } from '@tallgrunn/platform';

const EVERY_MS = 60_000;

/** Records a heartbeat every minute, so that downtime can be determined afterwards. */
export async function tellUptime(uptime: Uptime): Promise<void> {
  await uptime.tell();
  setInterval(() => void uptime.tell().catch(() => undefined), EVERY_MS).unref();
}
