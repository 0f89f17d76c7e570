import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type {
  FigureBasisDto,
  FigureRatingDto,
  ProposedRatingsDto,
  StatementFiguresDto,
} from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import {
  basisTexts,
  evidenceOf,
  figureKeys,
  resultsOf,
  type EvidenceLink,
  type FigureKey,
  type Rating,
} from './results.ts';
import { statementsTexts } from './texts/statements-texts.ts';

interface Row {
  readonly figure: FigureKey;
  readonly result: string;
  readonly basis: string;
  readonly proposed: Rating;
  readonly rating: Rating | null;
  readonly evidence: EvidenceLink | null;
}

/** Key figures with their evidence, the ratings proposed by rule, and the ratings that were decided. */
@Component({
  selector: 'tg-figure-table',
  imports: [Cell, DataTable, RouterLink],
  template: `
    <tg-data-table
      narrow="cards"
      [caption]="t().table.caption"
      [rows]="rows()"
      [columns]="columns()"
      [trackRow]="trackRow"
    >
      <ng-template tgCell="evidence" let-row>
        @if (row.evidence; as link) {
          <a
            class="ds-link"
            [routerLink]="link.path"
            [queryParams]="link.query"
            [attr.aria-label]="t().table.evidenceOf({ figure: t().figures[nameOf(row)] })"
            >{{ t().table.evidence }}</a
          >
        }
      </ng-template>
    </tg-data-table>
    @if (figures().punctuality.lateReports; as late) {
      @if (late.length > 0) {
        <section class="tg-stack">
          <h2 class="ds-heading" data-size="xs">{{ t().late.title }}</h2>
          <tg-data-table narrow="cards" [caption]="t().late.title" [rows]="late" [columns]="lateColumns()">
            <ng-template tgCell="period" let-row>
              <a class="ds-link" [routerLink]="['/reports', row.obligationId]">{{ wording.period(row.periodKey) }}</a>
            </ng-template>
          </tg-data-table>
        </section>
      }
    }
  `,
})
export class FigureTable {
  readonly figures = input.required<StatementFiguresDto>();
  /** What the figures rest on. */
  readonly basis = input.required<readonly FigureBasisDto[]>();
  readonly proposed = input.required<ProposedRatingsDto>();
  /** Decided ratings; null before a decision. */
  readonly decided = input<readonly FigureRatingDto[] | null>(null);
  readonly scope = input.required<{ supplierId: string; agreementId: string; year: number }>();
  protected readonly t = texts(statementsTexts);
  protected readonly wording = inject(Wording);
  protected readonly trackRow = ({ figure }: Row) => figure;
  protected readonly nameOf = ({ figure }: Row): FigureKey => figure;
  readonly #session = inject(Session);

  protected readonly rows = computed((): readonly Row[] => {
    const results = resultsOf(this.figures(), this.t(), this.wording);
    const basis = basisTexts(this.basis(), this.t(), this.wording);
    const isSupplier = this.#session.side() === 'supplier';
    return figureKeys.map((figure) => ({
      figure,
      result: results[figure],
      basis: basis[figure],
      proposed: ratingOf(this.proposed().ratings, figure) ?? 'other',
      rating: ratingOf(this.decided() ?? [], figure),
      evidence: evidenceOf(figure, this.scope(), isSupplier),
    }));
  });

  protected readonly columns = computed((): readonly Column<Row>[] => {
    const { table, ratings, figures } = this.t();
    return [
      { key: 'figure', head: table.heads.figure, text: ({ figure }) => figures[figure] },
      { key: 'result', head: table.heads.result, text: ({ result }) => result },
      { key: 'basis', head: table.heads.basis, text: ({ basis }) => basis },
      { key: 'proposed', head: table.heads.proposed, text: ({ proposed }) => ratings[proposed] },
      ...(this.decided() === null
        ? []
        : [{ key: 'rating', head: table.heads.rating, text: ({ rating }: Row) => (rating ? ratings[rating] : '') }]),
      { key: 'evidence', head: table.heads.evidence, text: ({ evidence }) => evidence?.path ?? '' },
    ];
  });

  protected readonly lateColumns = computed(
    (): readonly Column<StatementFiguresDto['punctuality']['lateReports'][number]>[] => {
      const { heads, missing, counts, excused } = this.t().late;
      return [
        { key: 'period', head: heads.period, text: ({ periodKey }) => this.wording.period(periodKey) },
        { key: 'due', head: heads.due, text: ({ dueOn }) => this.wording.date(dueOn) },
        {
          key: 'days',
          head: heads.days,
          numeric: true,
          text: ({ isMissing, daysLate }) => (isMissing ? missing : this.wording.count(daysLate)),
        },
        { key: 'counts', head: heads.counts, text: ({ isExcused }) => (isExcused ? excused : counts) },
      ];
    },
  );
}

const ratingOf = (list: readonly FigureRatingDto[], figure: FigureKey): Rating | null =>
  list.find((each) => each.figure === figure)?.rating ?? null;
