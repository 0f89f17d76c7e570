import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

export type AgreementTab = 'parties' | 'about' | 'items' | 'terms' | 'duties' | 'use';

/** The parts of an agreement that somebody with these permissions sees. Buyers have no part in reports; its use is for those who oversee it. */
export function agreementTabs(permissions: ReadonlySet<string>): readonly AgreementTab[] {
  return [
    'parties',
    'about',
    'items',
    'terms',
    ...(permissions.has('duty.read') ? (['duties'] as const) : []),
    ...(permissions.has('agreement.oversee') ? (['use'] as const) : []),
  ];
}

/** The ways between an agreement's parts; also for pages about it that lie in rooms to the right. */
@Component({
  selector: 'tg-agreement-tabs',
  imports: [RouterLink],
  templateUrl: './agreement-tabs.html',
  styleUrl: './agreement-tabs.css',
})
export class AgreementTabs {
  readonly agreementId = input.required<string>();
  readonly shown = input.required<AgreementTab>();
  protected readonly t = texts(agreementsTexts);
  readonly #session = inject(Session);
  protected readonly tabs = computed(() => agreementTabs(this.#session.permissions()));
}
