import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { matchingConfirmation, matchingDecisions } from '@tallgrunn/api-client/calls';
import type { DecidedLineShape, DecisionShape } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, ProblemWords, StatusTag, Wording, texts } from '@tallgrunn/design';
import { matchingTexts } from '../texts/matching-texts.ts';

/** What people have said about pairs of lines: all of it, or about one line. */
@Component({
  selector: 'tg-decision-list',
  imports: [Empty, Loaded, StatusTag],
  templateUrl: './decision-list.html',
  styleUrl: './decision-list.css',
})
export class DecisionList {
  /** A report version or spend batch and the line in it; without it, every decision. */
  readonly documentId = input('');
  readonly lineNo = input(0);
  /** Only what waits for a second person. */
  readonly waiting = input(false);
  readonly confirmed = output();
  readonly #send = sender();
  readonly #words = inject(ProblemWords);
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('matching.decide'));
  protected readonly trouble = signal('');
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly decisions = read(matchingDecisions, () => (this.documentId() ? { documentId: this.documentId(), lineNo: this.lineNo() } : this.waiting() ? { waiting: 'yes' as const } : {}));

  reload(): void {
    this.decisions.reload();
  }

  /** A second person says the same. */
  protected async confirm({ id }: DecisionShape): Promise<void> {
    this.trouble.set('');
    try {
      await this.#send(matchingConfirmation, { decisionId: id });
      this.reload();
      this.confirmed.emit();
    } catch (error) {
      this.trouble.set(this.#words.sentence(problemOf(error)));
    }
  }

  protected lineText(line: DecidedLineShape | null): string {
    return line === null ? this.t().decisions.gone : `${line.itemName || this.t().noText}, ${this.wording.money(line.amount)}`;
  }

  protected toneOf({ verdict, holds, waits }: DecisionShape) {
    if (waits) return 'waiting';
    if (!holds || verdict === 'undecided') return 'quiet';
    return verdict === 'same' ? 'good' : 'attention';
  }
}
