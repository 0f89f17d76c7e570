import { Component, computed, inject, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { agreementDeclarationsList } from '@tallgrunn/api-client/calls';
import type { AgreementDeclarationsDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { FollowUpSection } from './follow-up-section.ts';
import { MissingDeclarations } from './missing-declarations.ts';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** How many items of the agreement have an approved environmental declaration, by supplier. */
@Component({
  selector: 'tg-declarations-section',
  imports: [DataTable, FollowUpSection, Loaded, MissingDeclarations],
  template: `
    <tg-follow-up-section
      [heading]="t().declarations.title"
      [lead]="t().declarations.lead"
      page="/declarations"
      [filter]="{ agreement: agreementId() }"
      [link]="t().declarations.all"
    >
      <ng-container *tgLoaded="let all; from: coverage; shape: 'text'">
        @if (hasItems()) {
          <tg-data-table
            [caption]="t().declarations.caption"
            [rows]="list().rows"
            [total]="list().total"
            [allRows]="list().all"
            [columns]="columns()"
            narrow="cards"
          />
        } @else {
          <p>{{ t().declarations.unknown }}</p>
        }
      </ng-container>
      <tg-missing-declarations [agreementId]="agreementId()" [hasItems]="hasItems()" />
    </tg-follow-up-section>
  `,
})
export class DeclarationsSection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly coverage = read(agreementDeclarationsList, () => ({ agreementId: this.agreementId() }));
  protected readonly list = computed(() => shortListOf(arrived(this.coverage)));
  protected readonly hasItems = computed(() => this.list().rows.some(({ items }) => items > 0));
  readonly #wording = inject(Wording);

  protected readonly columns = computed((): readonly Column<AgreementDeclarationsDto>[] => {
    const { heads, shareUnknown } = this.t().declarations;
    return [
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'items', head: heads.items, numeric: true, text: ({ items }) => this.#wording.count(items) },
      { key: 'declared', head: heads.declared, numeric: true, text: ({ declared }) => this.#wording.count(declared) },
      {
        key: 'share',
        head: heads.share,
        numeric: true,
        text: ({ items, declared }) => (items === 0 ? shareUnknown : this.#wording.share(declared / items)),
      },
    ];
  });
}
