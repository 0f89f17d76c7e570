import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { agreementDeclarationsListMissing } from '@tallgrunn/api-client/calls';
import type { MissingDeclarationDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Items without an approved declaration, with the request to each supplier that lacks any. */
@Component({
  selector: 'tg-missing-declarations',
  host: { class: 'tg-stack' },
  imports: [DataTable, Loaded, RouterLink],
  template: `
    <ng-container *tgLoaded="let all; from: missing; shape: 'text'">
      @if (all.total > 0) {
        <h3 class="ds-heading" data-size="2xs">{{ t().declarations.missing.title }}</h3>
        <p class="tg-text">{{ t().declarations.missing.lead }}</p>
        @if (mayAsk()) {
          <p class="tg-row">
            @for (each of suppliers(); track each.id) {
              <a
                class="ds-button"
                data-variant="secondary"
                routerLink="/cases/new"
                [queryParams]="{ supplier: each.id, agreement: agreementId(), kind: 'missing-declaration' }"
                >{{ t().declarations.missing.askOf({ supplier: each.name }) }}</a
              >
            }
          </p>
        }
        <tg-data-table
          [caption]="t().declarations.missing.title"
          [rows]="list().rows"
          [total]="list().total"
          [allRows]="list().all"
          [columns]="columns()"
          narrow="cards"
        />
        @if (all.total > all.items.length) {
          <p>{{ t().declarations.missing.cut({ shown: all.items.length, total: all.total }) }}</p>
        }
      } @else if (hasItems()) {
        <p>{{ t().declarations.missing.none }}</p>
      }
    </ng-container>
  `,
})
export class MissingDeclarations {
  readonly agreementId = input.required<string>();
  /** Whether the agreement has items with an agreed price. */
  readonly hasItems = input.required<boolean>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly missing = read(agreementDeclarationsListMissing, () => ({ agreementId: this.agreementId() }));
  protected readonly list = computed(() => shortListOf(arrived(this.missing)?.items));
  readonly #permissions = inject(Session).permissions;
  readonly #wording = inject(Wording);
  protected readonly mayAsk = computed(() => this.#permissions().has('case.manage'));
  protected readonly suppliers = computed(() => [
    ...new Map((arrived(this.missing)?.items ?? []).map(({ supplier }) => [supplier.id, supplier])).values(),
  ]);

  protected readonly columns = computed((): readonly Column<MissingDeclarationDto>[] => {
    const { heads } = this.t().declarations.missing;
    return [
      { key: 'number', head: heads.number, text: ({ number }) => number },
      { key: 'name', head: heads.name, text: ({ name }) => name },
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount, currency }) => formatMoney(amount, currency, this.#wording.language()),
      },
    ];
  });
}
