import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { dutiesDuties } from '@tallgrunn/api-client/calls';
import type { DutyShape } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Field, Loaded, StatusTag, Wording, queryState, texts } from '@tallgrunn/design';
import type { Column, StatusTone } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { languageNow } from '../language-now.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { dutyTones } from './duty-tones.ts';

/** Duties that one answer holds; a full page has older ones behind it. */
const pageLength = 200;

/** What was to be reported under the agreement, period by period, and how each stands. */
@Component({
  selector: 'tg-duties-tab',
  imports: [Cell, DataTable, Empty, Field, Loaded, RouterLink, StatusTag],
  templateUrl: './duties-tab.html',
})
export class DutiesTab {
  readonly agreementId = input.required<string>();
  readonly hasTerms = input(true);
  protected readonly t = texts(agreementsTexts);
  protected readonly period = queryState('period');
  protected readonly after = queryState('after');
  protected readonly sort = queryState('sort');
  protected readonly duties = read(dutiesDuties, () => ({ agreementId: this.agreementId(), ...(this.after() && { after: this.after() }) }));
  protected readonly trackRow = (row: DutyShape) => row.id;
  readonly #wording = inject(Wording);
  readonly #language = languageNow();

  protected readonly columns = computed<readonly Column<DutyShape>[]>(() => {
    const { heads, states } = this.t().duties;
    return [
      { key: 'period', head: heads.period, text: (row) => this.name(row.period.key), order: (row) => row.period.start },
      { key: 'supplier', head: heads.supplier, text: (row) => row.supplier.name, order: (row) => row.supplier.name },
      { key: 'due', head: heads.due, text: (row) => this.#wording.date(row.dueOn), order: (row) => row.dueOn },
      { key: 'state', head: heads.state, text: (row) => states[row.state], order: (row) => states[row.state] },
      { key: 'lines', head: heads.lines, numeric: true, text: (row) => (row.version ? this.#wording.count(row.version.lines) : ''), order: (row) => row.version?.lines ?? -1 },
      { key: 'amount', head: heads.amount, numeric: true, text: (row) => this.#amount(row), order: (row) => Number(row.version?.amount ?? -1) },
    ];
  });

  protected name(period: string): string {
    const words = this.#wording.period(period);
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  protected toneOf(row: DutyShape): StatusTone {
    return dutyTones[row.state];
  }

  protected stateOf(row: DutyShape): string {
    return this.t().duties.states[row.state];
  }

  protected periods(rows: readonly DutyShape[]): readonly string[] {
    return [...new Set(rows.map((row) => row.period.key))];
  }

  protected of(rows: readonly DutyShape[]): readonly DutyShape[] {
    return this.period() ? rows.filter((row) => row.period.key === this.period()) : rows;
  }

  protected older(rows: readonly DutyShape[]): string | null {
    return rows.length === pageLength ? (rows.at(-1)?.id ?? null) : null;
  }

  protected choose(event: Event): void {
    this.period.set((event.target as HTMLSelectElement).value);
  }

  #amount({ version }: DutyShape): string {
    return version ? formatMoney(version.amount, version.currency ?? 'NOK', this.#language()) : '';
  }
}
