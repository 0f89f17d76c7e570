import { Component, inject, input, output } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { pairDecisionsList } from '@tallgrunn/api-client/calls';
import type { DecidedLineDto, DecisionDto } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, StatusTag, Wording, texts } from '@tallgrunn/design';
import { secondApproval } from '../second-approval.ts';
import { matchingTexts } from '../texts/matching-texts.ts';

/** Lists decisions on pairs of lines: all, or those on one line. */
@Component({
  selector: 'tg-decision-list',
  imports: [Empty, Loaded, StatusTag],
  templateUrl: './decision-list.html',
  styleUrl: './decision-list.css',
})
export class DecisionList {
  /** Id of a report version or spend batch, with the line number; without it, every decision. */
  readonly documentId = input('');
  readonly lineNo = input(0);
  /** Only decisions pending second approval. */
  readonly waiting = input(false);
  readonly confirmed = output();
  protected readonly second = secondApproval(() => {
    this.reload();
    this.confirmed.emit();
  });
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly decisions = read(pairDecisionsList, () =>
    this.documentId()
      ? { documentId: this.documentId(), lineNo: this.lineNo() }
      : this.waiting()
        ? { waiting: 'yes' as const }
        : {},
  );

  reload(): void {
    this.decisions.reload();
  }

  protected lineText(line: DecidedLineDto | null): string {
    return line === null
      ? this.t().decisions.gone
      : `${line.itemName || this.t().noText}, ${this.wording.money(line.amount)}`;
  }

  protected toneOf({ verdict, holds, waits }: DecisionDto) {
    if (waits) return 'waiting';
    if (!holds || verdict === 'undecided') return 'quiet';
    return verdict === 'same' ? 'good' : 'attention';
  }
}
