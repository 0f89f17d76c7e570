import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { onboardingList } from '@tallgrunn/api-client/calls';
import type { OnboardingDto } from '@tallgrunn/api-client/shapes';
import { Loaded, PageHeader, StatusTag, queryState, texts } from '@tallgrunn/design';
import { NoAgreements } from '../no-agreements/no-agreements.ts';
import { SearchField } from '../search-field/search-field.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { ReminderEmail } from './reminder-email.ts';
import { stageColumns, weakestClause, type StageColumn } from './stage-columns.ts';

/** Suppliers shown per stage before the user asks for all; those who need a reminder come first. */
const SHOWN_INITIALLY = 10;

/** Suppliers between invitation and first accepted report, one column per stage. */
@Component({
  selector: 'tg-onboarding-board',
  imports: [Loaded, NoAgreements, ReminderEmail, PageHeader, RouterLink, SearchField, StatusTag],
  templateUrl: './onboarding-board.html',
  styleUrl: './onboarding-board.css',
})
export class OnboardingBoard {
  protected readonly t = texts(registerTexts);
  protected readonly board = read(onboardingList);
  protected readonly search = queryState('search');
  /** The stage whose suppliers are all shown. */
  protected readonly stage = queryState('stage');
  protected readonly columns = computed(() => {
    const words = this.search().trim().toLowerCase();
    return stageColumns(
      (arrived(this.board) ?? []).filter(({ name, orgNumber }) =>
        `${name} ${orgNumber ?? ''}`.toLowerCase().includes(words),
      ),
    );
  });
  protected readonly writing = signal<OnboardingDto | null>(null);

  protected shownOf({ stage, suppliers }: StageColumn): readonly OnboardingDto[] {
    return stage === this.stage() ? suppliers : suppliers.slice(0, SHOWN_INITIALLY);
  }

  protected clauseOf(row: OnboardingDto): string {
    return this.t().board.clause({ status: this.t().clauses[weakestClause(row)].toLocaleLowerCase() });
  }

  protected toneOf(row: OnboardingDto): 'good' | 'waiting' | 'attention' {
    const clause = weakestClause(row);
    return clause === 'missing' ? 'attention' : clause === 'signed' || clause === 'in-contract' ? 'good' : 'waiting';
  }

  protected mayWriteTo({ stage }: OnboardingDto): boolean {
    return stage !== 'accepted' && stage !== 'submitted';
  }

  protected write(row: OnboardingDto): void {
    this.writing.set(row);
    setTimeout(() => document.getElementById('letter')?.focus());
  }

  protected close(sent: boolean): void {
    this.writing.set(null);
    if (sent) this.board.reload();
  }
}
