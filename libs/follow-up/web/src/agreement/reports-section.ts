import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { agreementsTexts } from '@tallgrunn/agreements-web';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { obligationsList } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, StatusTag, Wording, texts } from '@tallgrunn/design';
import type { Column, StatusTone } from '@tallgrunn/design';
import { FollowUpSection } from './follow-up-section.ts';
import { injectToday } from './inject-today.ts';
import { shortListOf } from './short-list.ts';
import { isReturnedInTime, sortObligations } from './sort-obligations.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Page size of the server; a full page may have older obligations after it. */
const PAGE_LENGTH = 200;

const tones: Partial<Record<ObligationDto['state'], StatusTone>> = {
  overdue: 'stopped',
  returned: 'attention',
  'due-soon': 'attention',
  open: 'waiting',
};

/** Reports of the agreement that are not delivered: those past their due date, and the next of each supplier. */
@Component({
  selector: 'tg-reports-section',
  imports: [Cell, DataTable, FollowUpSection, Loaded, RouterLink, StatusTag],
  templateUrl: './reports-section.html',
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap-xl);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class ReportsSection {
  readonly agreementId = input.required<string>();
  readonly hasTerms = input.required<boolean>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly a = texts(agreementsTexts);
  protected readonly filter = computed(() => ({ agreement: this.agreementId() }));
  protected readonly obligations = read(obligationsList, () => ({ agreementId: this.agreementId(), open: true }));
  readonly #permissions = inject(Session).permissions;
  readonly #wording = inject(Wording);
  readonly #today = injectToday();
  readonly #sorted = computed(() => sortObligations(arrived(this.obligations) ?? [], this.#today()));
  protected readonly late = computed(() => shortListOf(this.#sorted().late));
  /** Returned reports have their own notification, and get no reminder. */
  protected readonly mayRemind = computed(
    () => this.#permissions().has('message.send') && this.#sorted().late.some(({ state }) => state !== 'returned'),
  );
  protected readonly next = computed(() => shortListOf(this.#sorted().next));
  protected readonly exempt = computed(() => this.#sorted().exempt);
  protected readonly isCut = computed(() => arrived(this.obligations)?.length === PAGE_LENGTH);
  protected readonly trackRow = ({ id }: ObligationDto) => id;

  protected readonly columns = computed((): readonly Column<ObligationDto>[] => {
    const { heads } = this.t().reports;
    return [
      { key: 'period', head: heads.period, text: (row) => this.periodOf(row) },
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      {
        key: 'due',
        head: heads.due,
        text: (row) => [this.dueOf(row), this.extensionOf(row)].filter(Boolean).join(', '),
      },
      {
        key: 'state',
        head: heads.state,
        text: (row) => [this.stateOf(row), this.noteOf(row)].filter(Boolean).join(', '),
      },
    ];
  });

  /** Columns of late reports, with the acts of those who manage cases. */
  protected readonly lateColumns = computed((): readonly Column<ObligationDto>[] => {
    const { head } = this.t().reports.acts;
    return this.#permissions().has('case.manage') ? [...this.columns(), { key: 'acts', head }] : this.columns();
  });

  /** Returns the address parameters that fill in a case about a late report. */
  protected caseAbout({ id, supplier, agreement }: ObligationDto): Readonly<Record<string, string>> {
    return { supplier: supplier.id, agreement: agreement.id, obligation: id, kind: 'late' };
  }

  protected periodOf({ period, part }: ObligationDto): string {
    return [this.#wording.period(period.key), part?.name].filter(Boolean).join(', ');
  }

  protected dueOf({ dueOn }: ObligationDto): string {
    return this.#wording.date(dueOn);
  }

  protected extensionOf({ extension }: ObligationDto): string {
    return extension ? this.t().reports.extended({ from: extension.originalDueOn, reason: extension.reason }) : '';
  }

  protected stateOf({ state }: ObligationDto): string {
    return this.a().obligations.states[state];
  }

  protected toneOf({ state }: ObligationDto): StatusTone {
    return tones[state] ?? 'quiet';
  }

  /** Returns how late a report is, or why it is not counted as late or not owed. */
  protected noteOf(obligation: ObligationDto): string {
    const { daysLate, exemptReason, isCreatedAfterDueDate, state } = obligation;
    const { obligations } = this.a();
    if (isReturnedInTime(obligation)) return this.t().reports.inTime;
    if (state === 'exempt') return exemptReason === 'no-longer-owed' ? obligations.noLongerOwed : (exemptReason ?? '');
    if (isCreatedAfterDueDate) return this.t().reports.createdAfterDue;
    return daysLate > 0 ? obligations.late({ days: daysLate }) : '';
  }
}
