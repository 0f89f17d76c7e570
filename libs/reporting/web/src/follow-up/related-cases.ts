import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { casesList } from '@tallgrunn/api-client/calls';
import { texts } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Cases about an obligation or a report that are visible to the user; hidden when there are none. */
@Component({
  selector: 'tg-related-cases',
  imports: [RouterLink],
  template: `
    @if (cases().length > 0) {
      <section>
        <h2 class="ds-heading" data-size="2xs">{{ t().followUp.cases }}</h2>
        <ul class="ds-list">
          @for (each of cases(); track each.id) {
            <li>
              <a class="ds-link" [routerLink]="['/cases', each.id]">{{ each.number }}</a> {{ each.title }}
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class RelatedCases {
  readonly obligationId = input('');
  readonly versionId = input('');
  protected readonly t = texts(reportingTexts);
  readonly #session = inject(Session);
  readonly #related = read(casesList, () =>
    this.#session.permissions().has('case.read') && (this.obligationId() || this.versionId())
      ? {
          ...(this.obligationId() && { obligationId: this.obligationId() }),
          ...(this.versionId() && { versionId: this.versionId() }),
        }
      : undefined,
  );
  protected readonly cases = computed(() => arrived(this.#related) ?? []);
}
