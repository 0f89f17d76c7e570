import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

export type AgreementTab = 'parties' | 'about' | 'items' | 'terms' | 'obligations' | 'follow-up' | 'utilisation';

/**
 * Returns the tabs of an agreement that a user with these permissions sees. Buyers do not see obligations; follow-up
 * and utilisation are for those who oversee the agreement.
 */
export function agreementTabs(permissions: ReadonlySet<string>): readonly AgreementTab[] {
  return [
    'parties',
    'about',
    'items',
    'terms',
    ...(permissions.has('obligation.read') ? (['obligations'] as const) : []),
    ...(permissions.has('agreement.monitor') ? (['follow-up', 'utilisation'] as const) : []),
  ];
}

/** Navigation between an agreement's tabs, also on pages about it in rooms to the right. */
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
