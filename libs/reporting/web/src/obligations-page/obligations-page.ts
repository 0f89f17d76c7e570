import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { obligationsList } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, PageHeader, Wording, texts } from '@tallgrunn/design';
import { byUrgency, isDue } from '../obligation/obligation-status.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { ChainCard } from './chain-card.ts';
import { waitingCards } from './chains.ts';
import { ObligationCard } from './obligation-card.ts';
import { SplitFileDrop } from '../split-file-page/split-file-drop.ts';
import { SubmitNilReturns } from '../follow-up/nothing-for-several.ts';
import { ReceiptList } from './receipt-list.ts';

/** The supplier's reports: due, upcoming and submitted. */
@Component({
  selector: 'tg-obligations-page',
  imports: [ChainCard, SplitFileDrop, ObligationCard, Empty, Loaded, SubmitNilReturns, PageHeader, ReceiptList],
  templateUrl: './obligations-page.html',
  styleUrl: './obligations-page.css',
})
export class ObligationsPage {
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly session = inject(Session);
  protected readonly obligations = read(obligationsList);
  readonly #router = inject(Router);

  protected waiting = (obligations: readonly ObligationDto[]): ObligationDto[] => byUrgency(obligations.filter(isDue));
  protected readonly cards = waitingCards;
  protected running = (obligations: readonly ObligationDto[]): ObligationDto[] =>
    byUrgency(obligations.filter(({ state }) => state === 'running'));
  protected sent = (obligations: readonly ObligationDto[]): ObligationDto[] =>
    obligations.filter((obligation) => obligation.version !== null && !isDue(obligation));

  protected async goToReceipt(versionId: string): Promise<void> {
    await this.#router.navigate(['/reports/versions', versionId], { queryParams: { sent: 1 } });
  }
}
