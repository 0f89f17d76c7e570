import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { obligationsRevokeExemption, obligationsList } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Field,
  Loaded,
  ProblemMessages,
  StatusTag,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column, StatusTone } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { currentLanguage } from '../current-language.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { obligationTones } from './obligation-tones.ts';
import { ExemptObligation } from './exempt-obligation.ts';

/** Page size of the server; a full page has older obligations after it. */
const pageLength = 200;

/** The obligations of the agreement, by period and status. */
@Component({
  selector: 'tg-obligations-tab',
  imports: [Cell, DataTable, Empty, Field, ExemptObligation, Loaded, RouterLink, StatusTag],
  templateUrl: './obligations-tab.html',
})
export class ObligationsTab {
  readonly agreementId = input.required<string>();
  readonly hasTerms = input(true);
  protected readonly t = texts(agreementsTexts);
  protected readonly period = queryState('period');
  protected readonly after = queryState('after');
  protected readonly sort = queryState('sort');
  protected readonly obligations = read(obligationsList, () => ({
    agreementId: this.agreementId(),
    ...(this.after() && { after: this.after() }),
  }));
  protected readonly trackRow = (row: ObligationDto) => row.id;
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  /** The obligation being exempted. */
  protected readonly letting = signal<ObligationDto | null>(null);
  protected readonly said = signal('');
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #wording = inject(Wording);
  readonly #language = currentLanguage();

  protected readonly columns = computed<readonly Column<ObligationDto>[]>(() => {
    const { heads, states } = this.t().obligations;
    return [
      { key: 'period', head: heads.period, text: (row) => this.name(row.period.key), order: (row) => row.period.start },
      { key: 'supplier', head: heads.supplier, text: (row) => this.whoOf(row), order: (row) => this.whoOf(row) },
      { key: 'due', head: heads.due, text: (row) => this.#wording.date(row.dueOn), order: (row) => row.dueOn },
      { key: 'state', head: heads.state, text: (row) => states[row.state], order: (row) => states[row.state] },
      {
        key: 'lines',
        head: heads.lines,
        numeric: true,
        text: (row) => (row.version ? this.#wording.count(row.version.lines) : ''),
        order: (row) => row.version?.lines ?? -1,
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: (row) => this.#amount(row),
        order: (row) => Number(row.version?.amount ?? -1),
      },
      ...(this.mayWrite() ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected name(period: string): string {
    const words = this.#wording.period(period);
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  /** Returns the supplier, with the branch when a chain reports by branch. */
  protected whoOf({ supplier, part }: ObligationDto): string {
    return part ? `${supplier.name}, ${part.name}` : supplier.name;
  }

  protected nameOf(row: ObligationDto): string {
    return `${this.whoOf(row)}, ${this.#wording.period(row.period.key)}`;
  }

  protected canLetOff({ version, state }: ObligationDto): boolean {
    return version === null && state !== 'exempt';
  }

  protected letOffEnded(changed: boolean): void {
    this.letting.set(null);
    if (!changed) return;
    this.said.set(this.t().obligations.isLetOff);
    this.obligations.reload();
  }

  protected async oweAgain({ id }: ObligationDto): Promise<void> {
    try {
      await this.#send(obligationsRevokeExemption, { agreementId: this.agreementId(), obligationId: id });
      this.said.set(this.t().obligations.isOwedAgain);
      this.obligations.reload();
    } catch (error) {
      this.said.set(this.#messages.sentence(problemOf(error)));
    }
  }

  protected toneOf(row: ObligationDto): StatusTone {
    return obligationTones[row.state];
  }

  protected stateOf(row: ObligationDto): string {
    return this.t().obligations.states[row.state];
  }

  protected periods(rows: readonly ObligationDto[]): readonly string[] {
    return [...new Set(rows.map((row) => row.period.key))];
  }

  protected of(rows: readonly ObligationDto[]): readonly ObligationDto[] {
    return this.period() ? rows.filter((row) => row.period.key === this.period()) : rows;
  }

  protected older(rows: readonly ObligationDto[]): string | null {
    return rows.length === pageLength ? (rows.at(-1)?.id ?? null) : null;
  }

  protected choose(event: Event): void {
    this.period.set((event.target as HTMLSelectElement).value);
  }

  #amount({ version }: ObligationDto): string {
    return version ? formatMoney(version.amount, version.currency ?? 'NOK', this.#language()) : '';
  }
}
