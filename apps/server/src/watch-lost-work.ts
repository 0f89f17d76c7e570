import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import { EndLostWork, type LostWork } from '@tallgrunn/platform';

const LOOK_MS = 30_000;

/** Ends the progress of lost work in all cooperatives. Returns what was ended. */
export async function endLostWork(app: INestApplicationContext): Promise<LostWork[]> {
  const ended: LostWork[] = [];
  for (const { actor } of await app.get(FindActor, { strict: false }).system('job'))
    ended.push(...(await app.get(EndLostWork, { strict: false }).run(actor)));
  return ended;
}

/** Looks every half minute, never twice at the same time. What it ended, and its errors, go to the callbacks. */
export function watchLostWork(
  app: INestApplicationContext,
  onEnded: (ended: readonly LostWork[]) => void,
  failed: (error: unknown) => void,
): void {
  const look = async (): Promise<void> => {
    try {
      const ended = await endLostWork(app);
      if (ended.length > 0) onEnded(ended);
    } catch (error) {
      failed(error);
    }
    setTimeout(() => void look(), LOOK_MS).unref();
  };
  void look();
}
