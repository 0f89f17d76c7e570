import { Component, computed, inject, signal } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { completenessShow } from '@tallgrunn/api-client/calls';
import type { MonthCompletenessDto } from '@tallgrunn/api-client/shapes';
import { Empty, Icon, Loaded, PageHeader, SidePanel, Wording, texts, type IconName } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { matrixYears, type BuyerYear } from './matrix-years.ts';
import { MonthStatement } from './month-statement.ts';

type State = MonthCompletenessDto['ledger']['state'] | MonthCompletenessDto['reports']['state'];

const icons: Readonly<Record<State, IconName>> = {
  complete: 'check',
  open: 'clock',
  partial: 'arrow',
  missing: 'warning',
  'not-expected': 'dot',
  waiting: 'question',
  late: 'warning',
};

interface Opened {
  readonly buyerId: string;
  readonly name: string;
  readonly month: MonthCompletenessDto;
}

/** Page of data completeness, by buyer and month. */
@Component({
  selector: 'tg-completeness-page',
  imports: [Empty, Icon, Loaded, MonthStatement, PageHeader, SidePanel],
  templateUrl: './completeness-page.html',
  styleUrl: './completeness-page.css',
})
export class CompletenessPage {
  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);
  protected readonly icons = icons;
  protected readonly completeness = read(completenessShow);
  protected readonly years = computed(() => matrixYears(arrived(this.completeness)?.buyers ?? []));
  protected readonly mayState = computed(() => this.#session.permissions().has('spend.import'));
  protected readonly opened = signal<Opened | null>(null);
  protected readonly ledgerLegend = ['complete', 'open', 'partial', 'missing', 'not-expected'] as const;
  protected readonly reportsLegend = ['complete', 'waiting', 'partial', 'late', 'open', 'not-expected'] as const;
  readonly #session = inject(Session);

  /** Formats a month without its year, which is shown above the table. */
  protected monthName(month: string): string {
    return this.wording
      .period(month)
      .replace(/\s*\d{4}$/, '')
      .slice(0, 3);
  }

  protected open({ buyerId, name }: BuyerYear, month: MonthCompletenessDto): void {
    this.opened.set({ buyerId, name, month });
  }

  protected stated(): void {
    this.opened.set(null);
    this.completeness.reload();
  }
}
