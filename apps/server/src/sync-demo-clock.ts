import type { Instance } from '@tallgrunn/platform';

const LOOK_EVERY_MS = 5000;

/**
 * Sets this process's clock to that of the installation, and sets it again when demo data is loaded meanwhile. In a
 * demo it also stores the clock's progress.
 */
export async function syncDemoClock(instance: Instance): Promise<void> {
  let lastSeenMs: number | null = null;
  const checkClock = async () => {
    const { asOf } = await instance.state();
    if ((asOf?.getTime() ?? null) !== lastSeenMs) await instance.setClock();
    else if (asOf) await instance.saveClock();
    lastSeenMs = asOf?.getTime() ?? null;
  };
  await checkClock();
  setInterval(() => void checkClock().catch(() => undefined), LOOK_EVERY_MS).unref();
}
