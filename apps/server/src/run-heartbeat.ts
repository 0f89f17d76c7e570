import type { Heartbeat } from '@tallgrunn/platform';

const EVERY_MS = 60_000;

/** Records a heartbeat every minute, so that downtime can be determined afterwards. */
export async function runHeartbeat(uptime: Heartbeat): Promise<void> {
  await uptime.recordBeat();
  setInterval(() => void uptime.recordBeat().catch(() => undefined), EVERY_MS).unref();
}
