import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { MailDeliveries } from './mail-deliveries.ts';
import { readBounce } from './read-bounce.ts';

/** A delivery status notification is small; what is larger is not read. */
const SIZE_BYTES_MAX = 1_000_000;
/** Files taken at one look, so that a flooded mailbox does not hold up the worker. */
const FILES_AT_ONCE = 200;

export interface BouncesRead {
  readonly recorded: number;
  /** Files that are no bounce of an e-mail of this installation. */
  readonly ignored: number;
}

/** Reads the delivery reports that a mailbox was emptied into, one .eml file each. What was read moves to `done`, the rest to `ignored`. */
@Injectable()
export class ReadBounceFolder {
  constructor(
    private readonly units: UnitOfWork,
    private readonly deliveries: MailDeliveries,
  ) {}

  /** `systems`: the product itself in every cooperative. A folder that does not exist holds nothing. */
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
