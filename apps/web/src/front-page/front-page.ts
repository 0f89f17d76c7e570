import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CanActivateFn } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { PageHeader, texts } from '@tallgrunn/design';
import { frontOf, placesFor } from '../shell/navigation.ts';
import { shellTexts } from '../texts/shell-texts.ts';

/** The front page is the first page of the role; only a role whose room does not stand yet sees the overview. */
export const goToFront: CanActivateFn = () => {
  const role = inject(Session).role();
  const front = role && frontOf(role);
  return front ? inject(Router).createUrlTree(['/', front]) : true;
};

@Component({
  selector: 'tg-front-page',
  imports: [PageHeader, RouterLink],
  templateUrl: './front-page.html',
  styleUrl: './front-page.css',
})
export class FrontPage {
  protected readonly t = texts(shellTexts);
  protected readonly session = inject(Session);
  protected readonly places = computed(() => placesFor(this.session.role()));
}
