import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { complianceListOverriddenChecks } from '@tallgrunn/api-client/calls';
import type { OverrideDto } from '@tallgrunn/api-client/shapes';
import { titleOf } from '@tallgrunn/checks';
import {
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  StatusTag,
  TextLibrary,
  Wording,
  texts,
  type Column,
} from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Minimum number of findings for judging a check. */
const findingsMin = 10;

const PRICE_CHECK = 'price-above-agreed';

/** Checks by how often suppliers override their findings; checks that are often overridden may be too strict. */
@Component({
  selector: 'tg-overridden-checks-page',
  imports: [Cell, DataTable, Empty, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './overridden-checks-page.html',
})
export class OverriddenChecksPage {
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly rows = read(complianceListOverriddenChecks);
  readonly #language = inject(TextLibrary).language;

  protected readonly columns = computed((): readonly Column<OverrideDto>[] => {
    const { heads, of } = this.t().overrides;
    const language = this.#language();
    return [
      { key: 'check', head: heads.check, text: ({ code }) => titleOf(code, language) },
      { key: 'agreement', head: heads.agreement, text: ({ agreement }) => `${agreement.number} ${agreement.title}` },
      {
        key: 'share',
        head: heads.share,
        numeric: true,
        text: ({ percent }) => `${this.wording.amount(percent, 1)}\u00a0%`,
        order: ({ percent }) => Number(percent),
      },
      { key: 'of', head: heads.of, numeric: true, text: (row) => of(row), order: ({ found }) => found },
      {
        key: 'reports',
        head: heads.reports,
        numeric: true,
        text: ({ reports }) => this.wording.count(reports),
        order: ({ reports }) => reports,
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount }) => this.wording.money(amount, 0),
        order: ({ amount }) => Number(amount),
      },
      { key: 'standing', head: heads.standing, text: (row) => this.standingOf(row) },
    ];
  });

  /** A price above the agreed one is followed up as a price deviation, however often suppliers override the check. */
  protected isPrice({ code }: OverrideDto): boolean {
    return code === PRICE_CHECK;
  }

  protected standingOf({ toReview, found, code }: OverrideDto): string {
    const { review, few, fine, prices } = this.t().overrides;
    if (code === PRICE_CHECK) return prices;
    if (toReview) return review;
    return found < findingsMin ? few : fine;
  }
}
