import { Component, computed, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { supplierPartiesChangeLearnedRule } from '@tallgrunn/api-client/calls';
import type { ColumnRuleDto } from '@tallgrunn/api-client/shapes';
import { fieldRoles, roleTitle } from '@tallgrunn/checks';
import { Cell, DataTable, ErrorSummary, StatusTag, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { currentLanguage } from '../current-language.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { partyChangeForm } from './party-change-form.ts';

/** Learned rules for a supplier's columns, by agreement, including revoked ones. */
@Component({
  selector: 'tg-column-rules',
  imports: [Cell, DataTable, ErrorSummary, StatusTag],
  template: `
    <tg-error-summary [faults]="change.faults()" />
    <tg-data-table
      [caption]="t().columnsCaption"
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
                [attr.aria-label]="t().redoOf({ what: row.heading })"
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
              [attr.aria-label]="t().undoOf({ what: row.heading })"
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
export class ColumnRules {
  readonly lessons = input.required<readonly ColumnRuleDto[]>();
  readonly mayWrite = input(false);
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly change = partyChangeForm('column-lesson');
  protected readonly track = ({ id }: ColumnRuleDto) => id;
  readonly #send = sender();
  readonly #language = currentLanguage();
  protected readonly columns = computed((): readonly Column<ColumnRuleDto>[] => {
    const { lessonHeads: heads, origins } = this.t();
    return [
      { key: 'said', head: heads.heading, text: ({ heading }) => heading },
      { key: 'is', head: heads.buyer, text: (row) => this.#meaning(row) },
      { key: 'agreement', head: heads.agreement, text: (row) => this.#where(row) },
      { key: 'origin', head: heads.origin, text: ({ origin }) => origins[origin] },
      { key: 'act', head: heads.act, text: ({ undoneAt }) => (undoneAt ? this.t().undone({ day: undoneAt }) : '') },
    ];
  });

  protected async set({ supplierId, id }: ColumnRuleDto, acts: boolean): Promise<void> {
    if (
      await this.change.run(() =>
        this.#send(supplierPartiesChangeLearnedRule, { partyId: supplierId, ruleId: id, body: { acts } }),
      )
    )
      this.changed.emit();
  }

  /** Returns the meaning of a rule; the field has its common name, else the name in the terms. */
  #meaning({ kind, field, value }: ColumnRuleDto): string {
    const role = fieldRoles.find((each) => each === field);
    return this.t().columnMeanings[value ?? (kind === 'fill-down' ? kind : 'name')]({
      field: role ? roleTitle(role, this.#language()) : field,
    });
  }

  #where({ agreementTitle, alsoIn }: ColumnRuleDto): string {
    return alsoIn.length === 0
      ? agreementTitle
      : `${agreementTitle}, ${this.t().alsoIn({ agreements: alsoIn.join(', ') })}`;
  }
}
