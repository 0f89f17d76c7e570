import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { Empty, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { partyAccessTexts } from '../texts/party-access-texts.ts';

/**
 * Says that the cooperative has no agreements yet, with the next step of the user: import them, or invite someone who
 * may.
 */
@Component({
  selector: 'tg-no-agreements',
  imports: [Empty, RouterLink],
  template: `
    <tg-empty
      [heading]="mayWrite() ? a().waiting.beginTitle : t().register.emptyTitle"
      [reason]="mayWrite() ? a().waiting.begin : t().register.emptyStaff"
    >
      @if (mayWrite()) {
        <p>
          <a class="ds-button" routerLink="/agreements/import">{{ a().waiting.import }}</a>
        </p>
      } @else if (mayInvite()) {
        <p>
          <a class="ds-button" routerLink="/colleagues">{{ t().register.inviteManager }}</a>
        </p>
      }
    </tg-empty>
  `,
})
export class NoAgreements {
  protected readonly t = texts(agreementsTexts);
  protected readonly a = texts(partyAccessTexts);
  readonly #session = inject(Session);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly mayInvite = computed(() => this.#session.permissions().has('colleague.invite'));
}
