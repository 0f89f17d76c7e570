import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { onboardingOnboarding } from '@tallgrunn/api-client/calls';
import type { OnboardingShape } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, PageHeader, StatusTag, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { NudgeLetter } from './nudge-letter.ts';
import { stageColumns, weakestClause } from './stage-columns.ts';

/** Every supplier on its way from invited to the first accepted report, a column for each stage. */
@Component({
  selector: 'tg-onboarding-board',
  imports: [Empty, Loaded, NudgeLetter, PageHeader, RouterLink, StatusTag],
  templateUrl: './onboarding-board.html',
  styleUrl: './onboarding-board.css',
})
export class OnboardingBoard {
  protected readonly t = texts(registerTexts);
  protected readonly board = read(onboardingOnboarding);
  protected readonly columns = computed(() => stageColumns(arrived(this.board) ?? []));
  protected readonly writing = signal<OnboardingShape | null>(null);

  protected clauseOf(row: OnboardingShape): string {
    return this.t().clauses[weakestClause(row)];
  }

  protected toneOf(row: OnboardingShape): 'good' | 'waiting' | 'attention' {
    const clause = weakestClause(row);
    return clause === 'missing' ? 'attention' : clause === 'signed' || clause === 'in-contract' ? 'good' : 'waiting';
  }

  protected mayWriteTo({ stage }: OnboardingShape): boolean {
    return stage !== 'accepted' && stage !== 'submitted';
  }

  protected write(row: OnboardingShape): void {
    this.writing.set(row);
    setTimeout(() => document.getElementById('letter')?.focus());
  }

  protected close(sent: boolean): void {
    this.writing.set(null);
    if (sent) this.board.reload();
  }
}
