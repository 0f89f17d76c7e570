import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Instance, Mail, notFound, type Config } from '@tallgrunn/platform';

export interface StoredEmail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Paths of links in the text that lead to this installation. */
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

/**
 * Lists the e-mails that a demo would have sent, newest first. Other installations have no such list, because an e-mail
 * is for its recipient only.
 */
@Injectable()
export class ListOutbox {
  constructor(
    private readonly mail: Mail,
    private readonly instance: Instance,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Returns a page of 20.
   * @throws Problem 'not-found' (404) outside a demo, or when a mail server is set
   */
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

  /** Reads one e-mail; null when it was deleted meanwhile. */
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

/** Returns the time in a version 7 UUID: its first 48 bits are milliseconds since 1970. */
const momentOf = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
