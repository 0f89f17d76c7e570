import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Instance, Mail, notFound, type Config } from '@tallgrunn/platform';

export interface StoredEmail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Addresses in this installation that the text links to, without the host. */
  readonly paths: readonly string[];
  readonly writtenAt: Date;
}

export interface OutboxPage {
  readonly items: readonly StoredEmail[];
  /** The id to continue from; null on the last page. */
  readonly next: string | null;
}

const PAGE = 20;
const FILE_NAME = /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21})(?:\.[0-9a-f-]{36})?\.txt$/;

/** Lists the e-mails a demo would have sent, newest first. Anywhere else there is no such list: an e-mail is its recipient's. */
@Injectable()
export class ListOutbox {
  constructor(
    private readonly mail: Mail,
    private readonly instance: Instance,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 'not-found' outside a demo without a mail server */
  async run(before: string | null): Promise<OutboxPage> {
    if (this.config.smtpUrl !== null || !(await this.instance.state()).demo) throw notFound('outbox');
    const names = (await readdir(this.mail.outbox).catch(() => [] as string[]))
      .filter((name) => FILE_NAME.test(name))
      .sort()
      .reverse();
    const older = before === null ? names : names.filter((name) => name < before);
    const page = older.slice(0, PAGE);
    const emails = await Promise.all(page.map((name) => this.#read(name)));
    const items = emails.filter((email) => email !== null);
    return { items, next: older.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }

  /** One e-mail; null when it was removed meanwhile. */
  async #read(name: string): Promise<StoredEmail | null> {
    const content = await readFile(path.join(this.mail.outbox, name), 'utf8').catch(() => null);
    const id = FILE_NAME.exec(name)?.[1];
    if (content === null || id === undefined) return null;
    const [head = '', ...rest] = content.split(/\r?\n\r?\n/);
    const text = rest.join('\n\n').trim();
    return {
      id,
      to: header(head, 'To'),
      subject: header(head, 'Subject'),
      text,
      paths: this.#pathsIn(text),
      writtenAt: momentOf(id),
    };
  }

  #pathsIn(text: string): string[] {
    const links = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
    const own = links.filter(
      (link) => URL.canParse(link) && new URL(link).origin === new URL(this.config.publicUrl).origin,
    );
    return [...new Set(own.map((link) => new URL(link).pathname))];
  }
}

const header = (head: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1]?.trim() ?? '';

/** A UUID of version 7 begins with its time in milliseconds. */
const momentOf = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
