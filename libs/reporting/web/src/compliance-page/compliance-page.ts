import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { complianceShow, partiesList } from '@tallgrunn/api-client/calls';
import type { ComplianceDto, PartySummaryDto } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, PageHeader, StatusTag, Wording, queryState, texts } from '@tallgrunn/design';
import { statusTones, type ObligationStatus } from '../obligation/obligation-status.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { ComplianceMatrix } from './compliance-matrix.ts';
import { byUrgency, filterMatrix } from './narrow-matrix.ts';
import { stateIcons } from './state-icons.ts';

const counted: readonly ObligationStatus[] = [
  'overdue',
  'submitted',
  'returned',
  'partly',
  'due-soon',
  'accepted',
  'nil',
  'exempt',
];

/** Compliance matrix: suppliers by periods, one table per agreement. */
@Component({
  selector: 'tg-compliance-page',
  imports: [ComplianceMatrix, Empty, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './compliance-page.html',
  styles: `
    select,
    input {
      max-width: 24rem;
      width: auto;
    }

    .pill {
      background: none;
      border: 1px solid transparent;
      border-radius: var(--ds-border-radius-full);
      cursor: pointer;
      padding: 2px;
    }

    .pill[aria-pressed='true'] {
      border-color: var(--ds-color-neutral-border-strong);
    }
  `,
})
export class CompliancePage {
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('report.review'));
  protected readonly agreement = queryState('agreement');
  protected readonly mine = queryState('mine');
  protected readonly search = queryState('search');
  protected readonly buyer = queryState('buyer');
  protected readonly states = queryState('state');
  protected readonly buyers = read(partiesList, () => (this.#session.permissions().has('party.read') ? {} : undefined));
  protected readonly compliance = read(complianceShow, () => (this.buyer() ? { buyerId: this.buyer() } : {}));
  protected readonly tones = statusTones;
  protected readonly icons = stateIcons;
  protected readonly agreements = computed(() => [
    ...new Map((this.compliance.value()?.rows ?? []).map(({ agreement }) => [agreement.id, agreement])).values(),
  ]);

  protected countsOf({ counts }: ComplianceDto): readonly { state: ObligationStatus; count: number }[] {
    return counted.flatMap((state) => (counts[state] ? [{ state, count: counts[state] }] : []));
  }

  protected choose(event: Event): void {
    this.agreement.set((event.target as HTMLSelectElement).value);
  }

  protected buyersOf(parties: readonly PartySummaryDto[]): readonly PartySummaryDto[] {
    return parties.filter(({ kind }) => kind === 'buyer');
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value.trim();
  }

  protected isChosen(state: ObligationStatus): boolean {
    return this.states().split(',').includes(state);
  }

  protected toggle(state: ObligationStatus): void {
    const states = this.states().split(',').filter(Boolean);
    this.states.set((states.includes(state) ? states.filter((each) => each !== state) : [...states, state]).join(','));
  }

  protected chosen({ rows }: ComplianceDto): ComplianceDto['rows'] {
    const narrowed = filterMatrix(rows, {
      agreement: this.agreement(),
      isMine: this.mine() !== '',
      states: this.states().split(',').filter(Boolean),
      search: this.search(),
    });
    return [...byUrgency(narrowed)];
  }

  protected clear(): void {
    for (const each of [this.agreement, this.search, this.states, this.mine]) each.set('');
  }
}
