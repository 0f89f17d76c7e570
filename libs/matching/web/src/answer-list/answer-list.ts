import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { matchingAnswers, matchingConfirmation } from '@tallgrunn/api-client/calls';
import type { AnswerShape } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, ProblemWords, StatusTag, Wording, texts } from '@tallgrunn/design';
import { matchingTexts } from '../texts/matching-texts.ts';

/** Why people have said that lines are tied to nothing: all of it, about one line, or only what waits for a second person. */
@Component({
  selector: 'tg-answer-list',
  imports: [Empty, Loaded, StatusTag],
  templateUrl: './answer-list.html',
  styleUrl: '../decision-list/decision-list.css',
})
export class AnswerList {
  /** A report version or spend batch and the line in it; without it, every answer. */
  readonly documentId = input('');
  readonly lineNo = input(0);
  readonly waiting = input(false);
  readonly confirmed = output();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  readonly #send = sender();
  readonly #words = inject(ProblemWords);
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('matching.decide'));
  protected readonly trouble = signal('');
  protected readonly answers = read(matchingAnswers, () => ({ ...(this.documentId() ? { documentId: this.documentId(), lineNo: this.lineNo() } : {}), ...(this.waiting() && { waiting: 'yes' as const }) }));

  reload(): void {
    this.answers.reload();
  }

  /** A second person says the same. */
  protected async confirm({ id }: AnswerShape): Promise<void> {
    this.trouble.set('');
    try {
      await this.#send(matchingConfirmation, { decisionId: id });
      this.reload();
      this.confirmed.emit();
    } catch (error) {
      this.trouble.set(this.#words.sentence(problemOf(error)));
    }
  }

  protected whatOf({ cause, agreement }: AnswerShape): string {
    if (cause === null && agreement === null) return this.t().said.undecided;
    const names = this.t().causes as Readonly<Record<string, string>>;
    return [cause === null ? '' : (names[cause] ?? cause), agreement ?? ''].filter(Boolean).join(', ');
  }

  protected lineText({ line }: AnswerShape): string {
    return line === null ? this.t().decisions.gone : `${line.itemName || this.t().noText}, ${this.wording.money(line.amount)}`;
  }

  protected toneOf({ cause, agreement, holds, waits }: AnswerShape) {
    if (waits) return 'waiting';
    return holds && (cause !== null || agreement !== null) ? 'good' : 'quiet';
  }
}
