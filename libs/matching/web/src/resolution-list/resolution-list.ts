import { Component, inject, input, output } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { lineResolutionsList } from '@tallgrunn/api-client/calls';
import type { LineResolutionDto } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, StatusTag, Wording, texts } from '@tallgrunn/design';
import { secondApproval } from '../second-approval.ts';
import { matchingTexts } from '../texts/matching-texts.ts';

/** Lists manual answers on unmatched lines: all, those on one line, or only those pending second approval. */
@Component({
  selector: 'tg-resolution-list',
  imports: [Empty, Loaded, StatusTag],
  templateUrl: './resolution-list.html',
  styleUrl: '../decision-list/decision-list.css',
})
export class ResolutionList {
  /** Id of a report version or spend batch, with the line number; without it, every answer. */
  readonly documentId = input('');
  readonly lineNo = input(0);
  readonly waiting = input(false);
  readonly confirmed = output();
  protected readonly second = secondApproval(() => {
    this.reload();
    this.confirmed.emit();
  });
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly answers = read(lineResolutionsList, () => ({
    ...(this.documentId() ? { documentId: this.documentId(), lineNo: this.lineNo() } : {}),
    ...(this.waiting() && { waiting: 'yes' as const }),
  }));

  reload(): void {
    this.answers.reload();
  }

  protected whatOf({ cause, agreement }: LineResolutionDto): string {
    if (cause === null && agreement === null) return this.t().said.undecided;
    const names = this.t().causes as Readonly<Record<string, string>>;
    return [cause === null ? '' : (names[cause] ?? cause), agreement ?? ''].filter(Boolean).join(', ');
  }

  protected lineText({ line }: LineResolutionDto): string {
    return line === null
      ? this.t().decisions.gone
      : `${line.itemName || this.t().noText}, ${this.wording.money(line.amount)}`;
  }

  protected toneOf({ cause, agreement, holds, waits }: LineResolutionDto) {
    if (waits) return 'waiting';
    return holds && (cause !== null || agreement !== null) ? 'good' : 'quiet';
  }
}
