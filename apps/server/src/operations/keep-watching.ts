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
    await processes.beat(program, version, await health.parts()).catch(() => undefined);
    await alerts.run(program);
    isBusy = false;
  };
  setInterval(() => void checkHealth(), everyMs).unref();
  void checkHealth();
}
