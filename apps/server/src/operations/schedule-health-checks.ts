import type { INestApplicationContext } from '@nestjs/common';
import { BEAT_SECONDS, InstallationHealth, ServiceProcesses, WatchAlerts, type ProgramName } from '@tallgrunn/platform';
import { programVersion } from '../program-version.ts';

/** Records the state of this program now and every 15 seconds, and reports new faults. */
export function scheduleHealthChecks(
  app: INestApplicationContext,
  program: ProgramName,
  everyMs = BEAT_SECONDS * 1000,
): void {
  const [health, processes, alerts] = [app.get(InstallationHealth), app.get(ServiceProcesses), app.get(WatchAlerts)];
  const version = programVersion();
  let isBusy = false;
  const checkHealth = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      await processes.beat(program, version, await health.parts());
    } catch {
      // The next check is in a few seconds, and the alerts below report what keeps this one from being stored.
    }
    await alerts.run(program).finally(() => (isBusy = false));
  };
  const check = () => void checkHealth().catch(() => undefined); // a fault of one check must not end the program
  setInterval(check, everyMs).unref();
  check();
}
