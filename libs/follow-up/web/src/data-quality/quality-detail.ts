import { Component, computed, inject, input } from '@angular/core';
import type { QualityLevelDto, RatedCheckDto, SupplierDataQualityDto } from '@tallgrunn/api-client/shapes';
import { titleOf } from '@tallgrunn/checks';
import { DataTable, TextLibrary, Wording, texts, type Column } from '@tallgrunn/design';
import { statementsTexts } from '../statements/texts/statements-texts.ts';

/** Levels and checks of one supplier's reports. */
@Component({
  selector: 'tg-quality-detail',
  imports: [DataTable],
  template: `
    <p>
      <strong>{{ t().quality.reached({ level: levelName() }) }}</strong>
    </p>
    <tg-data-table
      narrow="cards"
      [caption]="t().quality.levelsCaption"
      [rows]="quality().levels"
      [columns]="levelColumns()"
    />
    @if (quality().checks.length > 0) {
      <tg-data-table
        narrow="cards"
        [caption]="t().quality.checksCaption"
        [rows]="quality().checks"
        [columns]="checkColumns()"
      />
    } @else {
      <p>{{ t().quality.noChecks }}</p>
    }
  `,
})
export class QualityDetail {
  readonly quality = input.required<SupplierDataQualityDto>();
  protected readonly t = texts(statementsTexts);
  readonly #wording = inject(Wording);
  readonly #language = inject(TextLibrary).language;
  protected readonly levelName = computed(() => {
    const { level } = this.quality();
    return level === null ? this.t().unknown : this.t().quality.levels[level];
  });

  protected readonly levelColumns = computed((): readonly Column<QualityLevelDto>[] => {
    const { levelHeads: heads, levels, yes, no } = this.t().quality;
    return [
      { key: 'level', head: heads.level, text: ({ level }) => levels[level] },
      { key: 'reached', head: heads.reached, text: ({ isReached }) => (isReached ? yes : no) },
      { key: 'errors', head: heads.errors, numeric: true, text: ({ errorCount }) => this.#wording.count(errorCount) },
      { key: 'perThousand', head: heads.perThousand, numeric: true, text: (row) => this.#perThousand(row) },
      {
        key: 'failed',
        head: heads.failed,
        numeric: true,
        text: ({ failedCheckCount }) => this.#wording.count(failedCheckCount),
      },
    ];
  });

  protected readonly checkColumns = computed((): readonly Column<RatedCheckDto>[] => {
    const { checkHeads: heads, levels, yes, no, noLevel } = this.t().quality;
    return [
      { key: 'check', head: heads.check, text: ({ code }) => titleOf(code, this.#language()) },
      { key: 'level', head: heads.level, text: ({ level }) => (level === null ? noLevel : levels[level]) },
      { key: 'findings', head: heads.findings, numeric: true, text: (row) => this.#wording.count(row.findingCount) },
      {
        key: 'overridden',
        head: heads.overridden,
        numeric: true,
        text: ({ overriddenCount }) => this.#wording.count(overriddenCount),
      },
      { key: 'perThousand', head: heads.perThousand, numeric: true, text: (row) => this.#perThousand(row) },
      {
        key: 'passed',
        head: heads.passed,
        text: ({ level, isPassed }) => (level === null ? noLevel : isPassed ? yes : no),
      },
    ];
  });

  #perThousand({ errorsPerThousand }: { readonly errorsPerThousand: string | null }): string {
    return errorsPerThousand === null ? this.t().unknown : this.#wording.amount(errorsPerThousand, 1);
  }
}
