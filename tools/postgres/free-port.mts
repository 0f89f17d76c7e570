import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Returns true when nothing on this machine listens on the port. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Returns true once nothing listens on the port; false when the time has run out. */
export async function isFreeSoon(port: number, host: string, patienceMs: number): Promise<boolean> {
  for (const last = performance.now() + patienceMs; !(await isFree(port, host)); await pause(100)) {
    if (performance.now() >= last) return false;
  }
  return true;
}

/** Returns the preferred port when it is free, otherwise one that the system chooses. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
