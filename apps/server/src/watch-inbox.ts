import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import { ReadReplies } from '@tallgrunn/follow-up-server';
import { DiskSpace, type Config } from '@tallgrunn/platform';
import { PollInbox } from '@tallgrunn/spend-server';
import { limits } from '@tallgrunn/values';
import { Logger } from 'nestjs-pino';

/**
 * Looks into the folders for scheduled exports at a fixed interval, never twice at the same time. Files wait there
 * while disk space is low.
 */
export function watchInbox(
  app: INestApplicationContext,
  config: Pick<Config, 'inboxFolder' | 'dataFolder'>,
  everyMs = limits.inbox.lookEverySeconds * 1000,
): void {
  const inbox = config.inboxFolder ?? path.join(config.dataFolder, 'inbox');
  let wasLow = false;
  const checkInbox = async (): Promise<void> => {
    try {
      const isLow = await app.get(DiskSpace).isLow();
      if (isLow && !wasLow) app.get(Logger, { strict: false }).warn('inbox: too little room, files wait');
      wasLow = isLow;
      if (isLow) return;
      const systems = (await app.get(FindActor, { strict: false }).system('job')).map(({ actor }) => actor);
      await app.get(PollInbox, { strict: false }).run(inbox, systems);
      await app.get(ReadReplies, { strict: false }).run();
    } catch (error) {
      app.get(Logger, { strict: false }).error({ error: String(error) }, 'inbox');
    } finally {
      setTimeout(() => void checkInbox(), everyMs).unref();
    }
  };
  void checkInbox();
}
