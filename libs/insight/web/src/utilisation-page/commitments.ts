import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgreementUtilisationDto, DemandDto, CommitmentDto } from '@tallgrunn/api-client/shapes';
import { localText } from '@tallgrunn/checks';
import { DataTable, TextLibrary, Wording, texts, type Column } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

interface CommitmentQuarterRow extends CommitmentRow {
  readonly quarter: string;
}

interface CommitmentRow {
  readonly key: string;
  readonly what: string;
  readonly promised: string;
  readonly measured: string;
  readonly of: string;
}

/**
 * Tender commitments and required declarations, compared with reports and footprints. A commitment that cannot be
 * measured has the reason.
 */
@Component({
  selector: 'tg-commitments',
  imports: [DataTable, RouterLink],
  template: `
    @if (promises().length > 0) {
      <tg-data-table
        [caption]="t().use.promises.caption"
        [rows]="promises()"
        [columns]="columns()"
        [trackRow]="track"
        narrow="cards"
      />
    } @else {
      <p class="tg-subtle">
        {{ t().use.promises.none }}
        <a class="ds-link" [routerLink]="['/agreements', view().agreement.id, 'terms']">{{
          t().use.promises.toTerms
        }}</a>
      </p>
    }
    @if (quarters().length > 0) {
      <h3 class="ds-heading" data-size="2xs">{{ t().use.promises.byQuarter }}</h3>
      <tg-data-table
        [caption]="t().use.promises.byQuarterCaption"
        [rows]="quarters()"
        [columns]="quarterColumns()"
        [trackRow]="track"
        narrow="cards"
      />
    }
    @if (demands().length > 0) {
      <h3 class="ds-heading" data-size="2xs">{{ t().use.demands.title }}</h3>
      <tg-data-table
        [caption]="t().use.demands.caption"
        [rows]="demands()"
        [columns]="columns()"
        [trackRow]="track"
        narrow="cards"
      />
      <p class="tg-subtle">{{ t().use.demands.note }}</p>
    }
  `,
  host: { class: 'tg-stack' },
})
export class Commitments {
  readonly view = input.required<AgreementUtilisationDto>();
  protected readonly t = texts(insightTexts);
  readonly #wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  protected readonly track = ({ key }: CommitmentRow) => key;
  protected readonly promises = computed(() => this.view().promises.map((promise, at) => this.#promised(promise, at)));
  protected readonly quarters = computed(() =>
    this.view().promises.flatMap((promise, at) => this.#byQuarter(promise, at)),
  );
  protected readonly demands = computed(() => this.view().demands.map((demand, at) => this.#demanded(demand, at)));
  protected readonly columns = computed((): readonly Column<CommitmentRow>[] => {
    const { heads } = this.t().use.promises;
    return [
      { key: 'what', head: heads.what, text: ({ what }) => what },
      { key: 'promised', head: heads.promised, numeric: true, text: ({ promised }) => promised },
      { key: 'measured', head: heads.measured, text: ({ measured }) => measured },
      { key: 'of', head: heads.of, text: ({ of }) => of },
    ];
  });

  protected readonly quarterColumns = computed((): readonly Column<CommitmentQuarterRow>[] => {
    const [what, ...rest] = this.columns();
    return [{ key: 'quarter', head: this.t().use.promises.quarter, text: ({ quarter }) => quarter }, what!, ...rest];
  });

  /** Lists one quarter per row, so that the trend is visible. */
  #byQuarter(promise: CommitmentDto, at: number): CommitmentQuarterRow[] {
    return promise.quarters.map(({ key, ...quarter }) => ({
      ...this.#promised({ ...promise, ...quarter }, at),
      key: `p${at} ${key}`,
      quarter: this.#wording.period(key),
    }));
  }

  #promised(
    { attribute, value, lots, promised, measured, of, unanswered, lines, cannot }: CommitmentDto,
    at: number,
  ): CommitmentRow {
    const t = this.t().use.promises;
    const name = [localText(attribute, this.#library.language()), value ?? '', lots.length > 0 ? t.lots({ lots }) : '']
      .filter(Boolean)
      .join(', ');
    const basis = [
      t.of({ amount: this.#money(of), lines }),
      ...(Number(unanswered) !== 0 && !cannot ? [t.unanswered({ amount: this.#money(unanswered) })] : []),
    ];
    return {
      key: `p${at}`,
      what: name,
      promised: Number(promised) === 1 ? t.all : this.#wording.share(promised),
      measured: cannot ? t.cannot[cannot] : this.#measured(measured, promised),
      of: basis.join(', '),
    };
  }

  #demanded({ of, by, lots, standards, demanded, measured, all, with: part }: DemandDto, at: number): CommitmentRow {
    const t = this.t().use;
    const what = [
      t.demands.what({ of: t.demands.of[of], by, standards }),
      lots.length > 0 ? t.promises.lots({ lots }) : '',
    ]
      .filter(Boolean)
      .join(', ');
    const basis =
      of === 'items'
        ? t.demands.items({ with: part, all })
        : t.demands.spend({ with: this.#money(part), all: this.#money(all) });
    return {
      key: `d${at}`,
      what,
      promised: this.#wording.share(demanded),
      measured: measured === null ? t.promises.cannot['no-lines'] : this.#measured(measured, demanded),
      of: basis,
    };
  }

  #measured(measured: string | null, wanted: string): string {
    const { kept, broken } = this.t().use.promises;
    return measured === null
      ? ''
      : `${this.#wording.share(measured)}, ${Number(measured) >= Number(wanted) ? kept : broken}`;
  }

  #money(amount: string): string {
    return this.t().use.money({ amount, currency: this.view().agreement.currency });
  }
}
