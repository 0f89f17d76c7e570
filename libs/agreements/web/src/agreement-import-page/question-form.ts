import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { RegisterAnswerRequest, QuestionDto } from '@tallgrunn/api-client/shapes';
import { Field, StatusTag, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { describeOption, describeQuestion } from './describe-question.ts';

/** One question of an import with its options. None is preselected; the proposal is only marked. */
@Component({
  selector: 'tg-question-form',
  imports: [Field, StatusTag],
  templateUrl: './question-form.html',
  styleUrl: './question-form.css',
})
export class QuestionForm {
  readonly question = input.required<QuestionDto>();
  readonly fault = input('');
  readonly busy = input(false);
  readonly answered = output<RegisterAnswerRequest>();
  protected readonly t = texts(registerTexts);
  protected readonly chosen = linkedSignal(() => this.question().answer ?? '');
  protected readonly written = linkedSignal(() => this.question().text ?? '');
  protected readonly missing = signal('');
  protected readonly id = computed(() => `question-${this.question().number}`);
  protected readonly sentence = computed(() => describeQuestion(this.question(), this.t()));
  protected readonly isDay = computed(() =>
    ['day-doubtful', 'start-missing', 'option-doubtful'].includes(this.question().kind),
  );
  protected readonly choices = computed(() =>
    this.question().choices.map((choice) => ({
      id: choice.id,
      words: describeOption(choice, this.t()),
      proposed: choice.id === this.question().proposed,
    })),
  );

  protected answer(event: Event): void {
    event.preventDefault();
    if (this.chosen() === '') return this.missing.set(this.t().issues['choice-unknown']());
    this.missing.set('');
    const { number } = this.question();
    this.answered.emit({
      number,
      choice: this.chosen(),
      ...(this.chosen() === 'text' && { text: this.written().trim() }),
    });
  }

  protected write(event: Event): void {
    this.written.set((event.target as HTMLInputElement).value);
  }
}
