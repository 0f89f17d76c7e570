import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  agreementImportsAnswerQuestions,
  agreementImportsApply,
  agreementImportsDiscard,
  agreementImportsShow,
  agreementImportsSetColumns,
} from '@tallgrunn/api-client/calls';
import type { RegisterAnswerRequest, AppliedDto, ImportDto } from '@tallgrunn/api-client/shapes';
import { Denied, Loaded, PageHeader, ProblemMessages, Progress, texts } from '@tallgrunn/design';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { ColumnForm } from './column-form.ts';
import { ImportOutcome } from './import-outcome.ts';
import { QuestionForm } from './question-form.ts';

/** One import of agreements: column mapping, questions and effect. */
@Component({
  selector: 'tg-agreement-import-page',
  imports: [ColumnForm, Denied, ImportOutcome, Loaded, PageHeader, Progress, QuestionForm, RouterLink],
  templateUrl: './agreement-import-page.html',
})
export class AgreementImportPage {
  readonly importId = input.required<string>();
  protected readonly t = texts(registerTexts);
  protected readonly a = texts(partyAccessTexts);
  protected readonly mayWrite = inject(Session).permissions().has('agreement.write');
  protected readonly intake = read(agreementImportsShow, () =>
    this.mayWrite ? { importId: this.importId() } : undefined,
  );
  protected readonly busy = signal<number | 'all' | 'columns' | 'apply' | null>(null);
  protected readonly fault = signal<{ readonly at: number | null; readonly sentence: string } | null>(null);
  protected readonly applied = signal<AppliedDto | null>(null);
  protected readonly open = computed(
    () => arrived(this.intake)?.questions.filter(({ answer }) => answer === null) ?? [],
  );
  protected readonly given = computed(
    () => arrived(this.intake)?.questions.filter(({ answer }) => answer !== null) ?? [],
  );
  readonly #send = sender();
  readonly #router = inject(Router);
  readonly #messages = inject(ProblemMessages);

  protected counts({ agreements }: ImportDto) {
    const count = (state: string) => agreements.filter((row) => row.state === state).length;
    return { created: count('new'), changed: count('changed') };
  }

  protected known({ fields }: ImportDto): number {
    return fields.filter(({ heading }) => heading !== null).length;
  }

  protected missingIn({ missing }: ImportDto): string {
    const names: Readonly<Record<string, string>> = this.t().fields;
    return missing.map((field) => names[field] ?? field).join(', ');
  }

  protected columns(columns: Readonly<Record<string, string>>): Promise<void> {
    return this.#during('columns', async () =>
      this.intake.set(await this.#send(agreementImportsSetColumns, { importId: this.importId(), body: { columns } })),
    );
  }

  protected answer(answer: RegisterAnswerRequest): Promise<void> {
    return this.#during(answer.number, async () => {
      this.intake.set(
        await this.#send(agreementImportsAnswerQuestions, { importId: this.importId(), body: { answers: [answer] } }),
      );
      this.#toNext(answer.number);
    });
  }

  /** Answers the remaining questions as proposed; the user has seen them. */
  protected proposeAll(): Promise<void> {
    const answers = this.open().map(({ number, proposed }) => ({ number, choice: proposed }));
    return this.#during('all', async () =>
      this.intake.set(
        await this.#send(agreementImportsAnswerQuestions, { importId: this.importId(), body: { answers } }),
      ),
    );
  }

  protected apply(): Promise<void> {
    return this.#during('apply', async () => {
      this.applied.set(await this.#send(agreementImportsApply, { importId: this.importId() }));
      setTimeout(() => document.getElementById('applied')?.focus());
    });
  }

  protected drop(): Promise<void> {
    return this.#during('apply', async () => {
      await this.#send(agreementImportsDiscard, { importId: this.importId() });
      await this.#router.navigate(['/agreements', 'import']);
    });
  }

  /** Moves the focus to the next open question, else to the effect. */
  #toNext(number: number): void {
    const next = this.open().find((question) => question.number > number) ?? this.open()[0];
    setTimeout(() => document.getElementById(next ? `question-${next.number}` : 'outcome')?.focus());
  }

  async #during(what: number | 'all' | 'columns' | 'apply', act: () => Promise<void>): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(what);
    this.fault.set(null);
    try {
      await act();
    } catch (error) {
      const problem = problemOf(error);
      const sentences = this.t().issues as Readonly<Record<string, (p: { expected: string }) => string>>;
      const own = problem.issues
        .map(({ code }) => sentences[code]?.({ expected: '' }))
        .find((sentence) => sentence !== undefined);
      this.fault.set({ at: typeof what === 'number' ? what : null, sentence: own ?? this.#messages.sentence(problem) });
    } finally {
      this.busy.set(null);
    }
  }
}
