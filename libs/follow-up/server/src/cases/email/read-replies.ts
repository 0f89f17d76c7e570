import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tallgrunn/platform';
import { emailLimits } from './parse-email.ts';
import { ReceiveCaseReply, type ReplyResult } from './receive-case-reply.ts';

const FILES_AT_ONCE = 100;

/**
 * Reads replies from the folder into which the mail server writes .eml files, and moves each to a subfolder named after
 * the result.
 */
@Injectable()
export class ReadReplies {
  constructor(
    private readonly receive: ReceiveCaseReply,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Returns the number of e-mails by result. Reads nothing when no reply address is configured. */
  async run(): Promise<Partial<Record<ReplyResult, number>>> {
    const counts: Partial<Record<ReplyResult, number>> = {};
    if (!this.config.mailReplyAddress) return counts;
    const folder = this.config.mailRepliesFolder ?? path.join(this.config.dataFolder, 'replies');
    const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => /\.eml$/i.test(name)).sort();
    for (const name of names.slice(0, FILES_AT_ONCE)) {
      const result = await this.#one(path.join(folder, name));
      counts[result] = (counts[result] ?? 0) + 1;
      await mkdir(path.join(folder, result), { recursive: true });
      await rename(path.join(folder, name), path.join(folder, result, name));
    }
    return counts;
  }

  async #one(file: string): Promise<ReplyResult> {
    if ((await stat(file)).size > emailLimits.sizeBytesMax) return 'unreadable';
    return this.receive.run(await readFile(file));
  }
}
