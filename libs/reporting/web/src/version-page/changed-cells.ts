import { Component, computed, inject, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { reportVersionsReadingOptions } from '@tallgrunn/api-client/calls';
import type { ChangedCellDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Cells changed before submission, and by whom: the value in the file next to the value used. */
@Component({
  selector: 'tg-changed-cells',
  imports: [DataTable],
  template: `
    @if (answers(); as view) {
      @if (view.changedCount > 0) {
        <section class="tg-stack">
          <div>
            <h2 class="ds-heading" data-size="xs">{{ t().version.changedTitle({ cells: view.changedCount }) }}</h2>
            <p class="tg-subtle">{{ t().version.changedHelp({ name: view.changedBy ?? '' }) }}</p>
          </div>
          <tg-data-table
            [caption]="t().version.changedTitle({ cells: view.changedCount })"
            [rows]="view.changed"
            [total]="view.changedCount"
            [columns]="columns()"
          />
        </section>
      }
    }
  `,
})
export class ChangedCells {
  readonly versionId = input.required<string>();
  protected readonly t = texts(reportingTexts);
  readonly #wording = inject(Wording);
  readonly #answers = read(reportVersionsReadingOptions, () => ({ versionId: this.versionId() }));
  protected readonly answers = computed(() => arrived(this.#answers) ?? null);
  protected readonly columns = computed((): readonly Column<ChangedCellDto>[] => {
    const heads = this.t().version.changedHeads;
    return [
      {
        key: 'row',
        head: heads.row,
        text: ({ row, sheet }) => [sheet, this.#wording.count(row)].filter((part) => part !== '').join(' · '),
      },
      { key: 'column', head: heads.column, text: ({ column }) => column ?? '' },
      { key: 'written', head: heads.written, text: ({ written }) => written ?? '' },
      { key: 'value', head: heads.value, text: ({ value }) => value },
    ];
  });
}
