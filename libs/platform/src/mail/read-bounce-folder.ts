import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { MailDeliveries } from './mail-deliveries.ts';
import { readBounce } from './read-bounce.ts';

/** Larger files are not read: a delivery status notification is small. */
const SIZE_BYTES_MAX = 1_000_000;
/** Maximum files per run, so that a flooded mailbox does not block the worker. */
const FILES_AT_ONCE = 200;

export interface BouncesRead {
  readonly recorded: number;
  /** Files that are no bounce of an e-mail of this installation. */
  readonly ignored: number;
}

/**
 * Reads delivery reports from a folder into which a mailbox is emptied, one .eml file each. Processed files move to
 * `done`, others to `ignored`.
 */
@Injectable()
export class ReadBounceFolder {
  constructor(
    private readonly units: UnitOfWork,
    private readonly deliveries: MailDeliveries,
  ) {}

  /**
   * Processes the folder. A missing folder counts as empty.
   * @param systems system actors of all cooperatives
   */
  async run(folder: string, systems: readonly Actor[]): Promise<BouncesRead> {
    const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => /\.eml$/i.test(name)).toSorted();
    let recorded = 0;
    for (const name of names.slice(0, FILES_AT_ONCE)) {
      const isRecorded = await this.#take(path.join(folder, name), systems);
      recorded += isRecorded ? 1 : 0;
      const target = path.join(folder, isRecorded ? 'done' : 'ignored');
      await mkdir(target, { recursive: true, mode: 0o700 });
      await rename(path.join(folder, name), path.join(target, name));
    }
    return { recorded, ignored: Math.min(names.length, FILES_AT_ONCE) - recorded };
  }

  async #take(file: string, systems: readonly Actor[]): Promise<boolean> {
    if ((await stat(file)).size > SIZE_BYTES_MAX) return false;
    const bounce = readBounce(await readFile(file, 'utf8'));
    let isRecorded = false;
    for (const id of bounce?.messageIds ?? [])
      for (const actor of systems)
        isRecorded ||= await this.units.run({ ...actor }, () => this.deliveries.recordBounce(id, bounce?.status ?? ''));
    return isRecorded;
  }
}
