import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { problemOf, read } from '@tallgrunn/api-client';
import { outboxList } from '@tallgrunn/api-client/calls';
import { Empty, Loaded, PageHeader, queryState, texts } from '@tallgrunn/design';
import { accessTexts } from '../texts/access-texts.ts';

/** The e-mails a demo would have sent, newest first, with their links. */
@Component({
  selector: 'tg-outbox-page',
  imports: [Empty, Loaded, PageHeader, RouterLink],
  templateUrl: './outbox-page.html',
  styleUrl: './outbox-page.css',
})
export class OutboxPage {
  protected readonly t = texts(accessTexts);
  protected readonly before = queryState('before');
  protected readonly emails = read(outboxList, () => (this.before() ? { before: this.before() } : {}));
  /** True outside a demo, where the server answers 404. */
  protected readonly isMissing = computed(() => {
    const error = this.emails.error();
    return error !== undefined && error !== null && problemOf(error).status === 404;
  });

  /** Returns a link text for the page it opens, if known; otherwise the path. */
  protected labelOf(path: string): string {
    const t = this.t().outbox;
    if (path.startsWith('/invitation/')) return t.invitation;
    return path.startsWith('/new-password/') ? t.newPassword : t.open({ path });
  }
}
