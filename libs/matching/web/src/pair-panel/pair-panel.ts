import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { lineResolutionsCreate, matchingListCandidates, pairDecisionsCreate } from '@tallgrunn/api-client/calls';
import type { CandidateDto, LineResolutionRequest, OpenedLineDto, ReviewLineDto } from '@tallgrunn/api-client/shapes';
import {
  ErrorSummary,
  Field,
  Loaded,
  ProblemMessages,
  SidePanel,
  StatusTag,
  Wording,
  fieldError,
  texts,
} from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { absolute, compare, subtract, sum } from '@tallgrunn/values';
import { ResolutionList } from '../resolution-list/resolution-list.ts';
import { DecisionList } from '../decision-list/decision-list.ts';
import { resolutionCauses } from '../matching-page/matching-totals.ts';
import { DuplicateSection } from './duplicate-section.ts';
import { SupplierResponseSection } from './supplier-response-section.ts';
import { formatCause, formatLocation, formatQuantity } from '../matching-page/review-columns.ts';
import { lineDifferences } from './line-differences.ts';
import { matchingTexts } from '../texts/matching-texts.ts';

const pairDecisionValues = ['same', 'not-same', 'undecided'] as const;
type PairDecisionValue = (typeof pairDecisionValues)[number];

/**
 * Panel of one line with the lines of the other side that may be the same purchase. The user decides which one is, or
 * is not, and why.
 */
@Component({
  selector: 'tg-pair-panel',
  imports: [
    ResolutionList,
    DecisionList,
    ErrorSummary,
    Field,
    Loaded,
    NgTemplateOutlet,
    DuplicateSection,
    RouterLink,
    SidePanel,
    SupplierResponseSection,
    StatusTag,
  ],
  templateUrl: './pair-panel.html',
  styleUrl: './pair-panel.css',
})
export class PairPanel {
  /** Document id and line number, "id:no". */
  readonly line = input.required<string>();
  readonly side = input.required<'reported' | 'booked'>();
  readonly closed = output();
  readonly decided = output();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('matching.resolve'));
  protected readonly verdicts = pairDecisionValues;
  protected readonly faultAt = fieldError;

  protected readonly documentId = computed(() => this.line().split(':')[0] ?? '');
  protected readonly lineNo = computed(() => Number(this.line().split(':')[1] ?? 0));
  protected readonly opened = read(matchingListCandidates, () => ({
    side: this.side(),
    documentId: this.documentId(),
    lineNo: this.lineNo(),
  }));
  protected readonly earlier = viewChild(DecisionList);
  protected readonly answers = viewChild(ResolutionList);
  protected readonly told = viewChild<ElementRef<HTMLElement>>('told');
  protected readonly heading = computed(() =>
    this.opened.hasValue() ? this.nameOf(this.opened.value().line) : this.t().panel[this.side()],
  );

  protected readonly chosen = signal('');
  /** Further candidates that belong to the line, for a purchase that one side splits. */
  protected readonly further = signal<readonly string[]>([]);
  protected readonly answerCauses = resolutionCauses;
  protected readonly answer = signal<LineResolutionRequest['cause'] | ''>('');
  protected readonly answerReason = signal('');
  protected readonly answerFault = signal('');
  protected readonly answered = signal(false);
  protected readonly verdict = signal<PairDecisionValue | ''>('');
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly kept = signal(false);
  protected readonly second = signal(false);

  /** Reloads links, decisions and answers. */
  reload(): void {
    this.opened.reload();
    this.earlier()?.reload();
    this.answers()?.reload();
  }

  protected nameOf(row: ReviewLineDto): string {
    return row.itemName || row.invoiceNumber || this.t().noText;
  }

  protected factsOf(row: ReviewLineDto): readonly string[] {
    const { columns } = this.t();
    return [
      row.supplier ?? '',
      row.buyer,
      row.date ? this.wording.date(row.date) : '',
      row.invoiceNumber ? `${columns.invoice} ${row.invoiceNumber}` : '',
      row.itemNumber ? `${columns.number} ${row.itemNumber}` : '',
      formatQuantity(row, this.wording),
    ].filter((fact) => fact !== '');
  }

  protected placeOf(row: ReviewLineDto): string {
    return formatLocation(row, this.t(), this.wording);
  }

  /** Describes the evidence for and against a candidate. */
  protected likenessOf(candidate: CandidateDto): string {
    const { sameInvoice, sameItem, difference, days } = candidate;
    const { panel } = this.t();
    const parts = this.opened.hasValue()
      ? lineDifferences(this.opened.value().line, candidate)
      : { quantity: null, price: null, unit: false };
    const amountDifference = absolute(difference);
    return [
      sameInvoice && panel.sameInvoice,
      sameItem && panel.sameItem,
      compare(amountDifference, '0') === 0
        ? panel.sameAmount
        : panel.difference({ amount: amountDifference, more: compare(difference, '0') < 0 }),
      parts.unit && panel.unitApart,
      parts.quantity &&
        panel.quantityApart({ value: this.wording.quantity(parts.quantity.value), more: parts.quantity.more }),
      parts.price && panel.priceApart({ amount: parts.price.value, more: parts.price.more }),
      days === 0 ? panel.sameDay : days === null ? '' : panel.days({ days }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  protected choose(key: string): void {
    this.chosen.set(key);
    this.further.set([]);
    this.kept.set(false);
    this.faults.set([]);
  }

  protected causesOf(row: ReviewLineDto): string {
    return formatCause(row, this.t());
  }

  /** Returns the explanations of the line's causes; for a manual answer, that a user gave it. */
  protected whysOf({ cause, also, answeredCause }: OpenedLineDto): readonly string[] {
    if (cause !== null && cause === answeredCause) return [this.t().whyPerson];
    return [...(cause === null ? [] : [cause]), ...also]
      .map((each) => this.t().why[each])
      .flatMap((why) => (why === undefined ? [] : [typeof why === 'string' ? why : why[this.side()]]));
  }

  protected nameOfCause(cause: string): string {
    return (this.t().causes as Readonly<Record<string, string>>)[cause] ?? cause;
  }

  /** Describes the sum of the chosen lines and its difference from the line. */
  protected severalTold(line: ReviewLineDto, candidates: readonly CandidateDto[]): string {
    const keys = [this.chosen(), ...this.further()];
    const amount = sum(candidates.filter(({ key }) => keys.includes(key)).map((each) => each.amount));
    const left = absolute(subtract(line.amount, amount));
    return this.t().panel.several({ count: keys.length, amount, left: compare(left, '0') === 0 ? null : left });
  }

  protected takeAlso(key: string, event: Event): void {
    const taken = (event.target as HTMLInputElement).checked;
    this.further.update((keys) => (taken ? [...keys, key] : keys.filter((each) => each !== key)));
  }

  protected chooseAnswer(event: Event): void {
    this.answer.set((event.target as HTMLSelectElement).value as LineResolutionRequest['cause'] | '');
  }

  protected writeAnswer(event: Event): void {
    this.answerReason.set((event.target as HTMLTextAreaElement).value);
  }

  /** Sends why the line has no match, or revokes an earlier answer. */
  protected async sendAnswer(event: Event, isRevocation = false): Promise<void> {
    event.preventDefault();
    const [cause, reason] = [this.answer(), this.answerReason().trim()];
    this.answerFault.set((cause === '' && !isRevocation) || reason === '' ? this.t().bulk.missing : '');
    if (this.answerFault() !== '' || this.sending()) return;
    this.sending.set(true);
    try {
      await this.#send(lineResolutionsCreate, {
        body: {
          side: this.side(),
          documentId: this.documentId(),
          lineNo: this.lineNo(),
          ...(cause === '' || isRevocation ? {} : { cause }),
          reason,
          seen: this.opened.value()?.line.answerId ?? null,
        },
      });
      this.answered.set(true);
      this.answerReason.set('');
      this.reload();
      this.decided.emit();
    } catch (error) {
      this.answerFault.set(this.#sentence(error));
      this.reload();
    } finally {
      this.sending.set(false);
    }
  }

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async decide(event: Event): Promise<void> {
    event.preventDefault();
    const { panel } = this.t();
    const [verdict, reason] = [this.verdict(), this.reason().trim()];
    this.faults.set([
      ...(verdict === '' ? [{ field: 'verdict-same', sentence: panel.verdictMissing }] : []),
      ...(reason === '' ? [{ field: 'decision-reason', sentence: panel.reasonMissing }] : []),
    ]);
    if (verdict === '' || reason === '' || this.sending()) return;
    this.sending.set(true);
    const saved: string[] = [];
    try {
      let second = false;
      for (const other of [this.chosen(), ...this.further()]) {
        second =
          (
            await this.#send(pairDecisionsCreate, {
              body: { ...this.#pair(other), verdict, reason, seen: this.#viewedId(other) },
            })
          ).needsSecond || second;
        saved.push(other);
      }
      this.second.set(second);
      this.further.set([]);
      this.kept.set(true);
      this.chosen.set('');
      this.verdict.set('');
      this.reason.set('');
      this.reload();
      this.decided.emit();
      this.told()?.nativeElement.scrollIntoView({ block: 'center' });
    } catch (error) {
      const [first = '', ...rest] = [this.chosen(), ...this.further()].filter((key) => !saved.includes(key));
      this.chosen.set(first);
      this.further.set(rest);
      this.faults.set([
        {
          field: '',
          sentence: [this.#sentence(error), saved.length > 0 ? panel.partly({ saved: saved.length }) : '']
            .filter(Boolean)
            .join(' '),
        },
      ]);
      this.reload();
      if (saved.length > 0) this.decided.emit();
    } finally {
      this.sending.set(false);
    }
  }

  #sentence(error: unknown): string {
    const problem = problemOf(error);
    return problem.code === 'not-found' ? this.t().panel.gone : this.#messages.sentence(problem);
  }

  /** Returns the newest decision on the line and a candidate when the page was loaded. */
  #viewedId(key: string): string | null {
    return this.opened.value()?.candidates.find((candidate) => candidate.key === key)?.decisionId ?? null;
  }

  #pair(chosen: string) {
    const [own, other] = [this.line(), chosen].map((key) => ({
      id: key.split(':')[0] ?? '',
      no: Number(key.split(':')[1] ?? 0),
    }));
    const [reported, booked] = this.side() === 'reported' ? [own, other] : [other, own];
    return {
      versionId: reported?.id ?? '',
      reportLineNo: reported?.no ?? 0,
      batchId: booked?.id ?? '',
      spendLineNo: booked?.no ?? 0,
    };
  }
}
