import type { Instance } from '@tallgrunn/platform';

const LOOK_EVERY_MS = 5000;

/**
 * Sets this process's clock to that of the installation, and sets it again when demo data is loaded meanwhile. In a
 * demo it also stores the clock's progress.
 */
export async function followClock(instance: Instance): Promise<void> {
  let seen: number | null = null;
  const look = async () => {
    const { asOf } = await instance.state();
    if ((asOf?.getTime() ?? null) !== seen) await instance.setClock();
    else if (asOf) await instance.keepMoment();
    seen = asOf?.getTime() ?? null;
  };
  await look();
  setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS).unref();
}
