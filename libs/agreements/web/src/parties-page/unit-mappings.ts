import { Component, computed, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { supplierPartiesChangeLearnedRule } from '@tallgrunn/api-client/calls';
import type { UnitMappingDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, ErrorSummary, StatusTag, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { formatQuantity } from '@tallgrunn/values';
import { currentLanguage } from '../current-language.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { partyChangeForm } from './party-change-form.ts';

/** Learned meanings of a supplier's units, by agreement, including revoked ones. */
@Component({
  selector: 'tg-unit-mappings',
  imports: [Cell, DataTable, ErrorSummary, StatusTag],
  template: `
    <tg-error-summary [faults]="change.faults()" />
    <tg-data-table
      [caption]="t().unitsCaption"
      [rows]="lessons()"
      [columns]="columns()"
      [trackRow]="track"
      narrow="cards"
    >
      <ng-template tgCell="act" let-row>
        <div class="tg-row">
          @if (row.undoneAt) {
            <tg-status tone="quiet">{{ t().undone({ day: row.undoneAt }) }}</tg-status>
            @if (mayWrite()) {
              <button
                class="ds-button"
                data-variant="tertiary"
                data-size="sm"
                type="button"
                [attr.aria-label]="t().redoOf({ what: row.text })"
                (click)="set(row, true)"
              >
                {{ t().redo }}
              </button>
            }
          } @else if (mayWrite()) {
            <button
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              type="button"
              [attr.aria-label]="t().undoOf({ what: row.text })"
              (click)="set(row, false)"
            >
              {{ t().undo }}
            </button>
          }
        </div>
      </ng-template>
    </tg-data-table>
  `,
})
export class UnitMappings {
  readonly lessons = input.required<readonly UnitMappingDto[]>();
  readonly mayWrite = input(false);
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly change = partyChangeForm('unit-lesson');
  protected readonly track = ({ id }: UnitMappingDto) => id;
  readonly #send = sender();
  readonly #language = currentLanguage();
  protected readonly columns = computed((): readonly Column<UnitMappingDto>[] => {
    const { lessonHeads: heads, origins } = this.t();
    return [
      { key: 'said', head: heads.unit, text: ({ text }) => text },
      { key: 'is', head: heads.buyer, text: (row) => this.#meaning(row) },
      { key: 'agreement', head: heads.agreement, text: (row) => this.#where(row) },
      { key: 'origin', head: heads.origin, text: ({ origin }) => origins[origin] },
      { key: 'act', head: heads.act, text: ({ undoneAt }) => (undoneAt ? this.t().undone({ day: undoneAt }) : '') },
    ];
  });

  protected async set({ supplierId, id }: UnitMappingDto, acts: boolean): Promise<void> {
    if (
      await this.change.run(() =>
        this.#send(supplierPartiesChangeLearnedRule, { partyId: supplierId, ruleId: id, body: { acts } }),
      )
    )
      this.changed.emit();
  }

  #where({ agreementTitle, alsoIn }: UnitMappingDto): string {
    return alsoIn.length === 0
      ? agreementTitle
      : `${agreementTitle}, ${this.t().alsoIn({ agreements: alsoIn.join(', ') })}`;
  }

  #meaning({ unit, factor, to }: UnitMappingDto): string {
    return factor && to ? `${formatQuantity(factor, this.#language())} ${to}` : unit;
  }
}
