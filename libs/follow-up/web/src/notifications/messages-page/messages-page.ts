import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { messagesClear, messagesList, messagesResend, messagesUnreachable } from '@tallgrunn/api-client/calls';
import type { MessageDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  queryState,
  texts,
  type Column,
} from '@tallgrunn/design';
import { followUpTexts } from '../../texts/follow-up-texts.ts';

const tones = {
  sent: 'good',
  stored: 'waiting',
  waiting: 'waiting',
  queued: 'waiting',
  retrying: 'waiting',
  failed: 'stopped',
  bounced: 'stopped',
} as const;

/** Sent messages and their delivery state: all, of one report, or of one supplier. */
@Component({
  selector: 'tg-messages-page',
  imports: [Cell, DataTable, Empty, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './messages-page.html',
})
export class MessagesPage {
  protected readonly t = texts(followUpTexts);
  protected readonly obligation = queryState('obligation');
  protected readonly supplier = queryState('supplier');
  protected readonly failed = queryState('failed');
  protected readonly before = queryState('before');
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  protected readonly maySend = computed(() => this.#session.permissions().has('message.send'));
  protected readonly messages = read(messagesList, () => ({
    ...(this.obligation() && { obligationId: this.obligation() }),
    ...(this.supplier() && { supplierId: this.supplier() }),
    ...(this.failed() && { failed: true }),
    ...(this.before() && { before: this.before() }),
  }));
  protected readonly addresses = read(messagesUnreachable, () =>
    this.supplier() ? { organisationId: this.supplier() } : {},
  );
  protected readonly outcome = signal('');
  protected readonly trackRow = ({ id }: MessageDto) => id;
  protected readonly columns = computed<readonly Column<MessageDto>[]>(() => {
    const { heads, at } = this.t().messages;
    return [
      { key: 'at', head: heads.at, text: (row) => at({ at: row.at }) },
      { key: 'kind', head: heads.kind, text: (row) => this.t().kinds[row.kind] ?? row.kind },
      { key: 'recipient', head: heads.recipient, text: (row) => `${row.recipient}, ${row.organisation.name}` },
      { key: 'about', head: heads.about, text: (row) => row.agreement?.title ?? row.supplier?.name ?? '' },
      { key: 'state', head: heads.state, text: (row) => row.state },
      ...(this.maySend() ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected toneOf({ state }: MessageDto): 'good' | 'waiting' | 'stopped' | 'quiet' {
    return (tones as Readonly<Record<string, 'good' | 'waiting' | 'stopped'>>)[state] ?? 'quiet';
  }

  protected resend({ id }: MessageDto): Promise<void> {
    return this.#run(() => this.#send(messagesResend, { messageId: id }), this.t().messages.resent);
  }

  protected clear(addressId: string): Promise<void> {
    return this.#run(() => this.#send(messagesClear, { addressId }), this.t().messages.cleared);
  }

  async #run(act: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await act();
      this.outcome.set(done);
      this.messages.reload();
      this.addresses.reload();
    } catch (error) {
      this.outcome.set(this.#messages.sentence(problemOf(error)));
    }
  }
}
