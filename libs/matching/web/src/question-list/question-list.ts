import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  bulkAnswersList,
  bulkAnswersCreate,
  bulkAnswersPreview,
  matchingQuestionsList,
  bulkAnswersRevoke,
} from '@tallgrunn/api-client/calls';
import type {
  BulkAnswerRequest,
  BulkPreviewLineDto,
  BulkPreviewDto,
  QuestionLineDto,
  MatchingQuestionDto,
  StoredBulkAnswerDto,
} from '@tallgrunn/api-client/shapes';
import { DataTable, Empty, Field, Loaded, ProblemMessages, StatusTag, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { resolutionCauses } from '../matching-page/matching-totals.ts';
import { matchingTexts } from '../texts/matching-texts.ts';

/** A user's unsaved answer to one question. `preview` belongs to this answer only. */
interface QuestionDraft {
  readonly answer: string;
  readonly preview: BulkPreviewDto | null;
  readonly answerFault: string;
  readonly reasonFault: string;
}

const EMPTY_DRAFT: QuestionDraft = { answer: '', preview: null, answerFault: '', reasonFault: '' };
const VAT: ReadonlySet<string | null> = new Set(['1.25', '1.15', '1.12', '0.8']);
const effects = ['tied', 'tied-with-difference', 'named', 'stays-open', 'several-fit'] as const;

/**
 * Lists bulk questions with the effect of an answer, a common answer, and earlier bulk answers, which can be revoked as
 * a whole.
 */
@Component({
  selector: 'tg-question-list',
  imports: [DataTable, Empty, Field, Loaded, StatusTag],
  templateUrl: './question-list.html',
  styleUrl: '../decision-list/decision-list.css',
})
export class QuestionList {
  readonly supplierId = input('');
  readonly decided = output();
  readonly #session = inject(Session);
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly answerCauses = resolutionCauses;
  protected readonly questions = read(matchingQuestionsList, () =>
    this.supplierId() ? { supplierId: this.supplierId() } : {},
  );
  protected readonly given = read(bulkAnswersList, () => ({}));
  protected readonly mayDecide = computed(() => this.#session.permissions().has('matching.resolve'));
  protected readonly sending = signal(false);
  protected readonly told = signal('');
  /** Columns by kind: both sides for pairs, their own side for lines. */
  protected readonly columns = computed(() => ({
    pairs: this.#columns(),
    reported: this.#columns('booked'),
    booked: this.#columns('reported'),
  }));
  readonly #drafts = signal<Readonly<Record<string, QuestionDraft>>>({});
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  reload(): void {
    this.questions.reload();
    this.given.reload();
  }

  protected draftOf({ key }: { readonly key: string }): QuestionDraft {
    return this.#drafts()[key] ?? EMPTY_DRAFT;
  }

  protected sentenceOf(question: MatchingQuestionDto): string {
    const { questions } = this.t();
    const { regularity, value, buyer, days } = question;
    if (regularity === 'text') return questions.text({ value: value ?? '' });
    if (regularity === 'account')
      return questions.account({ value: (value ?? '').replace(/^\S+ /, ''), buyer: buyer ?? '' });
    if (regularity === 'buyer') return questions.buyer({ buyer: buyer ?? '' });
    const shared = regularity === 'days' ? questions.days({ days: days ?? 0 }) : questions[regularity];
    return `${shared} ${this.#amountsOf(question)}`;
  }

  protected saysOf({ side, cause }: MatchingQuestionDto): string {
    return this.t().questions.says({
      state: side === 'reported' ? this.t().states['reported-not-booked'] : this.t().states['booked-not-reported'],
      cause: this.nameOfCause(cause ?? 'none'),
    });
  }

  protected nameOfCause(cause: string): string {
    return (this.t().causes as Readonly<Record<string, string>>)[cause] ?? cause;
  }

  protected sampleOf({ buyer, reported, booked }: QuestionLineDto): string {
    return [
      reported && `${this.t().questions.reported} ${this.#lineOf(reported)}`,
      booked && `${this.t().questions.booked} ${this.#lineOf(booked)}`,
      buyer,
    ]
      .filter(Boolean)
      .join(' – ');
  }

  protected effectsOf({ counts }: BulkPreviewDto): readonly string[] {
    return effects.flatMap((effect) =>
      counts[effect] > 0 ? [this.t().questions.effects[effect]({ count: counts[effect] })] : [],
    );
  }

  protected totalOf({ counts }: BulkPreviewDto): number {
    return effects.reduce((all, effect) => all + counts[effect], 0);
  }

  protected whatOf({ verdict, cause }: StoredBulkAnswerDto): string {
    return verdict === null ? this.nameOfCause(cause ?? 'none') : this.t().said[verdict];
  }

  protected trackLine = (row: BulkPreviewLineDto): string =>
    [row.reported?.documentId, row.reported?.lineNo, row.booked?.documentId, row.booked?.lineNo].join(' ');

  /** Sets the answer and discards the preview, because another answer has other effects. */
  protected choose(event: Event, question: MatchingQuestionDto): void {
    this.#draft(question, { answer: (event.target as HTMLSelectElement).value, preview: null, answerFault: '' });
  }

  protected async show(question: MatchingQuestionDto): Promise<void> {
    const { answer } = this.draftOf(question);
    this.#draft(question, { answerFault: answer === '' ? this.t().questions.missingAnswer : '' });
    if (answer === '' || this.sending()) return;
    await this.#sending(question, async () =>
      this.#draft(question, {
        preview: await this.#send(bulkAnswersPreview, { body: bodyOf(question, answer) }),
      }),
    );
  }

  protected async give(event: Event, question: MatchingQuestionDto): Promise<void> {
    event.preventDefault();
    const { answer, preview } = this.draftOf(question);
    if (preview === null) return this.show(question);
    const reason = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim() ?? '';
    this.#draft(question, { reasonFault: reason === '' ? this.t().questions.missingReason : '' });
    if (reason === '' || this.sending()) return;
    await this.#sending(question, async () => {
      const { lineCount, needsSecond } = await this.#send(bulkAnswersCreate, {
        body: { ...bodyOf(question, answer), basis: preview.basis, reason },
      });
      this.told.set(this.t().questions.done({ isPairs: question.isPairs, count: lineCount, second: needsSecond }));
      this.#draft(question, EMPTY_DRAFT);
      this.reload();
      this.decided.emit();
    });
  }

  protected async takeBack(event: Event, act: StoredBulkAnswerDto): Promise<void> {
    event.preventDefault();
    const draft = { key: act.id };
    const reason = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim() ?? '';
    this.#draft(draft, { reasonFault: reason === '' ? this.t().questions.missingReason : '' });
    if (reason === '' || this.sending()) return;
    await this.#sending(draft, async () => {
      const { lineCount } = await this.#send(bulkAnswersRevoke, { bulkAnswerId: act.id, body: { reason } });
      this.told.set(this.t().questions.takenBack({ count: lineCount }));
      this.reload();
      this.decided.emit();
    });
  }

  async #sending(of: { readonly key: string }, act: () => Promise<void>): Promise<void> {
    this.sending.set(true);
    try {
      await act();
    } catch (error) {
      this.#draft(of, { preview: null, reasonFault: this.#messages.sentence(problemOf(error)) });
    } finally {
      this.sending.set(false);
    }
  }

  #draft({ key }: { readonly key: string }, change: Partial<QuestionDraft>): void {
    this.#drafts.update((drafts) => ({ ...drafts, [key]: { ...(drafts[key] ?? EMPTY_DRAFT), ...change } }));
  }

  #amountsOf({ ratio }: MatchingQuestionDto): string {
    const deviation = Number(ratio) - 1;
    if (deviation === 0) return this.t().questions.sameAmount;
    return this.t().questions.otherAmount({
      percent: this.wording.quantity(String(Math.round(Math.abs(deviation) * 1000) / 10)),
      more: deviation > 0,
      vat: VAT.has(ratio),
    });
  }

  #lineOf({ itemName, invoiceNumber, date, amount }: NonNullable<QuestionLineDto['reported']>): string {
    return [
      itemName || invoiceNumber || this.t().noText,
      date && this.wording.date(date, 'short'),
      this.wording.money(amount),
    ]
      .filter(Boolean)
      .join(', ');
  }

  #columns(without = ''): readonly Column<BulkPreviewLineDto>[] {
    const { questions, columns } = this.t();
    const amount = (line: QuestionLineDto['reported']) => (line === null ? '' : this.wording.amount(line.amount));
    const all: readonly Column<BulkPreviewLineDto>[] = [
      {
        key: 'item',
        head: columns.item,
        text: ({ reported, booked }) =>
          reported?.itemName || booked?.itemName || reported?.invoiceNumber || booked?.invoiceNumber || this.t().noText,
      },
      { key: 'reported', head: questions.reported, text: ({ reported }) => amount(reported), numeric: true },
      { key: 'booked', head: questions.booked, text: ({ booked }) => amount(booked), numeric: true },
      { key: 'effect', head: questions.effectHead, text: ({ effect }) => questions.effectNames[effect] },
      { key: 'buyer', head: columns.buyer, text: ({ buyer }) => buyer },
      {
        key: 'invoice',
        head: columns.invoice,
        text: ({ reported, booked }) =>
          [...new Set([reported?.invoiceNumber, booked?.invoiceNumber].filter(Boolean))].join(' / '),
      },
      {
        key: 'date',
        head: columns.date,
        text: ({ reported, booked }) =>
          [reported?.date, booked?.date]
            .flatMap((date) => (date ? [this.wording.date(date, 'short')] : []))
            .join(' / '),
      },
    ];
    return all.filter(({ key }) => key !== without);
  }
}

const bodyOf = ({ supplierId, key, isPairs }: MatchingQuestionDto, answer: string): BulkAnswerRequest =>
  isPairs
    ? { supplierId, key, verdict: answer as NonNullable<BulkAnswerRequest['verdict']> }
    : { supplierId, key, cause: answer as NonNullable<BulkAnswerRequest['cause']> };
