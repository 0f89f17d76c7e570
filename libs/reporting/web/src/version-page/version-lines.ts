import { Component, computed, inject, input, signal } from '@angular/core';
import { sender, problemOf, type Problem } from '@tallgrunn/api-client';
import { reportVersionsListLines } from '@tallgrunn/api-client/calls';
import type { LineDto } from '@tallgrunn/api-client/shapes';
import { DataTable, ProblemMessages, Wording, texts, type Column } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** The lines of the report, fetched on request, 200 at a time. */
@Component({
  selector: 'tg-version-lines',
  imports: [DataTable],
  template: `
    <section class="tg-stack">
      <h2 class="ds-heading" data-size="xs">{{ t().version.linesTitle }}</h2>
      @if (lines().length > 0) {
        <tg-data-table
          [caption]="t().version.linesTitle"
          [rows]="lines()"
          [total]="count()"
          [columns]="columns()"
          [trackRow]="track"
        />
      }
      @if (problem(); as problem) {
        <p role="alert">{{ words.sentence(problem) }}</p>
      }
      @if (lines().length < count()) {
        <p>
          <button class="ds-button" data-variant="secondary" data-size="sm" type="button" (click)="more()">
            {{ lines().length === 0 ? t().version.showLines : t().version.moreRows }}
          </button>
        </p>
      }
    </section>
  `,
})
export class VersionLines {
  readonly versionId = input.required<string>();
  readonly count = input.required<number>();
  protected readonly t = texts(reportingTexts);
  protected readonly words = inject(ProblemMessages);
  protected readonly lines = signal<readonly LineDto[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly track = (line: LineDto) => line.no;
  readonly #wording = inject(Wording);
  readonly #send = sender();
  protected readonly columns = computed((): readonly Column<LineDto>[] => {
    const { lineHeads, offAssortment, unknownBuyer } = this.t().version;
    const item = ({ itemNumber, itemName, agreed, kind }: LineDto) =>
      [itemNumber, itemName, kind === 'goods' && !agreed ? `(${offAssortment})` : ''].filter(Boolean).join(' ');
    return [
      {
        key: 'row',
        head: lineHeads.row,
        text: ({ row, sheet }) => [sheet, this.#wording.count(row)].filter((part) => part !== '').join(' · '),
      },
      { key: 'item', head: lineHeads.item, text: item },
      { key: 'buyer', head: lineHeads.buyer, text: ({ buyer }) => buyer ?? unknownBuyer },
      {
        key: 'date',
        head: lineHeads.date,
        text: ({ deliveredOn, invoicedOn }) => this.#date(deliveredOn ?? invoicedOn),
      },
      {
        key: 'quantity',
        head: lineHeads.quantity,
        numeric: true,
        text: ({ quantity, unit }) =>
          quantity === null ? '' : `${this.#wording.quantity(quantity)} ${unit ?? ''}`.trim(),
      },
      {
        key: 'price',
        head: lineHeads.price,
        numeric: true,
        text: ({ unitPrice }) => (unitPrice === null ? '' : this.#wording.amount(unitPrice)),
      },
      {
        key: 'amount',
        head: lineHeads.amount,
        numeric: true,
        text: ({ amount }) => (amount === null ? '' : this.#wording.amount(amount)),
      },
    ];
  });

  protected async more(): Promise<void> {
    this.problem.set(null);
    try {
      const next = await this.#send(reportVersionsListLines, {
        versionId: this.versionId(),
        after: this.lines().at(-1)?.no ?? 0,
      });
      this.lines.set([...this.lines(), ...next]);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  #date(date: string | null): string {
    return date ? this.#wording.date(date, 'short') : '';
  }
}
