import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type { Membership } from '@tallgrunn/api-client';
import { Empty, Failed, PageHeader, texts } from '@tallgrunn/design';
import { safeNext } from '../admission/auth.guard.ts';
import { identityTexts } from '../texts/identity-texts.ts';

@Component({
  selector: 'tg-choose-organisation-page',
  imports: [Empty, Failed, PageHeader],
  templateUrl: './choose-organisation-page.html',
  styleUrl: './choose-organisation-page.css',
})
export class ChooseOrganisationPage {
  readonly next = input('');
  protected readonly t = texts(identityTexts);
  protected readonly session = inject(Session);
  protected readonly error = signal<unknown>(null);
  readonly #router = inject(Router);

  protected async choose(membership: Membership): Promise<void> {
    try {
      await this.session.actFor(membership.id);
      await this.#router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      this.error.set(error);
    }
  }
}
