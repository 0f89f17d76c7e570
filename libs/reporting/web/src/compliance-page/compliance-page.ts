import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { complianceCompliance } from '@tallgrunn/api-client/calls';
import type { ComplianceShape } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, PageHeader, StatusTag, Wording, queryState, texts } from '@tallgrunn/design';
import { tones, type DutyState } from '../standing/duty-standing.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { ComplianceMatrix } from './compliance-matrix.ts';
import { stateIcons } from './state-icons.ts';

const counted: readonly DutyState[] = [
  'overdue',
  'submitted',
  'returned',
  'partly',
  'due-soon',
  'accepted',
  'nil',
  'exempt',
];

/** Suppliers against periods, one table an agreement. */
@Component({
  selector: 'tg-compliance-page',
  imports: [ComplianceMatrix, Empty, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './compliance-page.html',
  styles: `
    select {
      max-width: 24rem;
      width: auto;
    }
  `,
})
export class CompliancePage {
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('report.decide'));
  protected readonly agreement = queryState('agreement');
  protected readonly mine = queryState('mine');
  protected readonly compliance = read(complianceCompliance);
  protected readonly tones = tones;
  protected readonly icons = stateIcons;
  protected readonly agreements = computed(() => [
    ...new Map((this.compliance.value()?.rows ?? []).map(({ agreement }) => [agreement.id, agreement])).values(),
  ]);

  protected countsOf({ counts }: ComplianceShape): readonly { state: DutyState; count: number }[] {
    return counted.flatMap((state) => (counts[state] ? [{ state, count: counts[state] }] : []));
  }

  protected choose(event: Event): void {
    this.agreement.set((event.target as HTMLSelectElement).value);
  }

  protected chosen({ rows }: ComplianceShape): ComplianceShape['rows'] {
    return rows.filter(
      ({ agreement }) =>
        (this.agreement() === '' || agreement.id === this.agreement()) && (this.mine() === '' || agreement.isMine),
    );
  }
}
