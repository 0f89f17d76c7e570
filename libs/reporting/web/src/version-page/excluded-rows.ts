import { Component, computed, inject, input, signal } from '@angular/core';
import { sender, problemOf, type Problem } from '@tallgrunn/api-client';
import { reportVersionsListQuarantinedRows } from '@tallgrunn/api-client/calls';
import type { QuarantinedRowDto } from '@tallgrunn/api-client/shapes';
import { DataTable, ProblemMessages, Wording, texts, type Column } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

const pageSize = 200;

/** Rows of the file that are not in the report, as written. */
@Component({
  selector: 'tg-excluded-rows',
  imports: [DataTable],
  template: `
    <section class="tg-stack">
      <div>
        <h2 class="ds-heading" data-size="xs">{{ t().version.leftOutTitle({ rows: count() }) }}</h2>
        <p class="tg-subtle">{{ t().version.leftOutHelp }}</p>
      </div>
      @if (rows().length > 0) {
        <tg-data-table
          [caption]="t().version.leftOutTitle({ rows: count() })"
          [rows]="rows()"
          [total]="count()"
          [columns]="columns()"
        />
      }
      @if (problem(); as problem) {
        <p role="alert">{{ words.sentence(problem) }}</p>
      }
      @if (rows().length < count() && !ended()) {
        <p>
          <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" (click)="more()">
            {{ rows().length === 0 ? t().check.showPlaces({ count: count() }) : t().version.moreRows }}
          </button>
        </p>
      }
    </section>
  `,
})
export class ExcludedRows {
  readonly versionId = input.required<string>();
  readonly count = input.required<number>();
  protected readonly t = texts(reportingTexts);
  protected readonly words = inject(ProblemMessages);
  protected readonly rows = signal<readonly QuarantinedRowDto[]>([]);
  protected readonly ended = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  readonly #wording = inject(Wording);
  readonly #send = sender();
  protected readonly columns = computed((): readonly Column<QuarantinedRowDto>[] => {
    const heads = this.t().version.leftOutHeads;
    return [
      {
        key: 'row',
        head: heads.row,
        text: ({ row, sheet }) => [sheet, this.#wording.count(row)].filter((part) => part !== '').join(' · '),
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount }) => (amount === null ? '' : this.#wording.money(amount)),
      },
      {
        key: 'raw',
        head: heads.raw,
        text: ({ raw }) =>
          Object.values(raw)
            .filter((text) => text !== '')
            .join(' · '),
      },
    ];
  });

  protected async more(): Promise<void> {
    this.problem.set(null);
    try {
      const next = await this.#send(reportVersionsListQuarantinedRows, {
        versionId: this.versionId(),
        after: this.rows().at(-1)?.no ?? 0,
      });
      this.ended.set(next.length < pageSize);
      this.rows.set([...this.rows(), ...next]);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
