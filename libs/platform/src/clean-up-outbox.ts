import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { limits } from '@tallgrunn/values';

const DAY_MS = 24 * 3600_000;
const emailFileName = /^([0-9a-f-]{36})(?:\.([0-9a-f-]{36}))?\.txt$/;

/** An e-mail removed from the outbox; `cooperativeId` is null when it belongs to none. */
export interface RemovedEmail {
  readonly id: string;
  readonly cooperativeId: string | null;
}

/**
 * Deletes e-mails older than 90 days from the outbox, because they contain personal links. File times are real time, so
 * this uses the real clock. Returns the deleted e-mails.
 */
export async function cleanUpOutbox(folder: string, now = Date.now()): Promise<RemovedEmail[]> {
  const removed: RemovedEmail[] = [];
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    const [, id, cooperativeId = null] = emailFileName.exec(name) ?? [];
    const place = path.join(folder, name);
    const stats = id ? await stat(place).catch(() => null) : null;
    if (!id || !stats || now - stats.mtimeMs < limits.leftLying.letterDays * DAY_MS) continue;
    await rm(place, { force: true });
    removed.push({ id, cooperativeId });
  }
  return removed;
}
