import { Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { Icon, texts } from '@tallgrunn/design';
import { identityTexts } from '../texts/identity-texts.ts';

/** The active membership, always visible; with several memberships a menu to switch. A switch opens the front page. */
@Component({
  selector: 'tg-organisation-switch',
  imports: [Icon],
  templateUrl: './organisation-switch.html',
  styleUrl: './organisation-switch.css',
})
export class OrganisationSwitch {
  protected readonly t = texts(identityTexts);
  protected readonly session = inject(Session);
  protected readonly others = computed(() =>
    this.session.memberships().filter((membership) => membership.id !== this.session.acting()?.id),
  );
  protected readonly menu = viewChild<ElementRef<HTMLElement>>('menu');
  readonly #router = inject(Router);

  protected async switchTo(membershipId: string): Promise<void> {
    this.menu()?.nativeElement.hidePopover();
    // removes the pages of the first organisation before data of the second one arrives
    await this.#router.navigateByUrl('/acting-for');
    await this.session.actFor(membershipId);
    await this.#router.navigateByUrl('/');
  }
}
