import { setTimeout as pause } from 'node:timers/promises';

/** Returns true if the server answers its health endpoint with a 2xx status. */
export async function isHealthy(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Waits until the server answers; returns false when the time has run out. */
export async function waitForHealth(address: string, patienceMs: number, signal?: AbortSignal): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until && !signal?.aborted) {
    if (await isHealthy(address)) return true;
    await pause(50);
  }
  return false;
}
