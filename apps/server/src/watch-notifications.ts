import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Notify } from '@tallgrunn/follow-up-server';
import { FindActor } from '@tallgrunn/identity-server';
import { ReadBounceFolder, type Config } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { Logger } from 'nestjs-pino';

/** Sends due notifications and reads received delivery reports every minute, never twice at the same time. */
export function watchNotifications(
  app: INestApplicationContext,
  config: Pick<Config, 'bounceFolder' | 'dataFolder'>,
  everyMs = limits.notifications.lookEverySeconds * 1000,
): void {
  const bounces = config.bounceFolder ?? path.join(config.dataFolder, 'bounces');
  const sendDue = async (): Promise<void> => {
    try {
      const systems = (await app.get(FindActor, { strict: false }).system('job')).map(({ actor }) => actor);
      await app.get(ReadBounceFolder, { strict: false }).run(bounces, systems);
      await app.get(Notify, { strict: false }).run(systems);
    } catch (error) {
      app.get(Logger, { strict: false }).error({ error: String(error) }, 'notifications');
    }
    setTimeout(() => void sendDue(), everyMs).unref();
  };
  void sendDue();
}
