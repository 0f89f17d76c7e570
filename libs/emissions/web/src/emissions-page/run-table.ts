import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { emissionsListRuns } from '@tallgrunn/api-client/calls';
import type { RunDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, ProblemMessages, Wording, texts, type Column } from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { tonnes } from '../tonnes.ts';
import { TotalExplanation } from '../sum-explanation/sum-explanation.ts';

/** Runs per page; a full page may be followed by more. */
const pageLength = 50;

/** Table of all runs: time, trigger, inputs and total. */
@Component({
  selector: 'tg-run-table',
  imports: [Cell, DataTable, RouterLink, TotalExplanation],
  template: `
    <tg-data-table narrow="cards" [caption]="t().page.runs" [rows]="rows()" [columns]="columns()" [trackRow]="track">
      <ng-template tgCell="number" let-row>
        <a
          class="ds-link"
          [routerLink]="[]"
          [queryParams]="{ run: row.number }"
          [attr.aria-current]="row.number === shown() ? 'true' : null"
          >{{ t().page.run({ number: row.number }) }}</a
        >
      </ng-template>
      <ng-template tgCell="kg" let-row
        ><span
          >{{ tonnesOf(row) }}
          <tg-sum-explanation
            [figure]="t().page.whyFor({ figure: tonnesOf(row), name: t().page.run({ number: row.number }) })"
            [filter]="{ run: row.number }" /></span
      ></ng-template>
    </tg-data-table>
    @if (trouble()) {
      <p role="alert">{{ trouble() }}</p>
    }
    @if (mayHaveMore()) {
      <p>
        <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" (click)="more()">
          {{ t().page.more }}
        </button>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class RunTable {
  readonly newest = input.required<readonly RunDto[]>();
  /** The run shown on the page. */
  readonly shown = input.required<number>();
  protected readonly t = texts(emissionsTexts);
  protected readonly trouble = signal('');
  protected readonly track = ({ number }: RunDto) => number;
  readonly #older = signal<readonly (readonly RunDto[])[]>([]);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #wording = inject(Wording);
  readonly #session = inject(Session);
  protected readonly rows = computed(() => [...this.newest(), ...this.#older().flat()]);
  protected readonly mayHaveMore = computed(() => (this.#older().at(-1) ?? this.newest()).length === pageLength);
  protected readonly columns = computed<readonly Column<RunDto>[]>(() => {
    const { runHeads, runHeadsBuyer, causes, reads, prices, changed } = this.t().page;
    // A buyer sees its own amounts and tonnes, but inputs and changes of the whole run.
    const heads = this.#session.side() === 'buyer' ? { ...runHeads, ...runHeadsBuyer } : runHeads;
    return [
      { key: 'number', head: heads.number, text: ({ number }) => this.t().page.run({ number }) },
      { key: 'finished', head: heads.finished, text: ({ finishedAt }) => this.#wording.instant(finishedAt) },
      {
        key: 'cause',
        head: heads.cause,
        text: ({ cause }) => (causes as Readonly<Record<string, string>>)[cause] ?? cause,
      },
      {
        key: 'reads',
        head: heads.reads,
        text: ({ batches, versions, footprints, series }) =>
          [
            reads({ batches, versions, footprints }),
            ...(series.length > 0 ? [prices({ versions: series.join(', ') })] : []),
          ].join('; '),
      },
      { key: 'changed', head: heads.changed, text: ({ opened, closed }) => changed({ opened, closed }) },
      { key: 'kg', head: heads.tonnes, numeric: true, text: (row) => this.tonnesOf(row) },
      {
        key: 'with',
        head: heads.withFactor,
        numeric: true,
        text: ({ amountWithFactor }) => this.#wording.amount(amountWithFactor, 0),
      },
      {
        key: 'without',
        head: heads.without,
        numeric: true,
        text: ({ amountWithout }) => this.#wording.amount(amountWithout, 0),
      },
    ];
  });

  protected tonnesOf({ kg }: RunDto): string {
    return this.t().page.tonnes({ value: tonnes(kg, 2) });
  }

  protected async more(): Promise<void> {
    this.trouble.set('');
    try {
      const next = await this.#send(emissionsListRuns, { before: this.rows().at(-1)?.number });
      this.#older.update((pages) => [...pages, next]);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    }
  }
}
