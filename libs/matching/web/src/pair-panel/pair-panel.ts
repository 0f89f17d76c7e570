import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { matchingCandidates, matchingDecision } from '@tallgrunn/api-client/calls';
import type { CandidateShape, ReviewLineShape } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, ProblemWords, SidePanel, StatusTag, Wording, faultAt, texts } from '@tallgrunn/design';
import type { FormFault } from '@tallgrunn/design';
import { absolute, compare } from '@tallgrunn/values';
import { DecisionList } from '../decision-list/decision-list.ts';
import { placeOf, quantityOf } from '../matching-page/review-columns.ts';
import { matchingTexts } from '../texts/matching-texts.ts';

const verdicts = ['same', 'not-same', 'undecided'] as const;
type Verdict = (typeof verdicts)[number];

/** One line with the lines of the other side that may be the same purchase; a person says which is, or is not, and why. */
@Component({
  selector: 'tg-pair-panel',
  imports: [DecisionList, ErrorSummary, Field, Loaded, RouterLink, SidePanel, StatusTag],
  templateUrl: './pair-panel.html',
  styleUrl: './pair-panel.css',
})
export class PairPanel {
  /** Document and line, "id:no". */
  readonly line = input.required<string>();
  readonly side = input.required<'reported' | 'booked'>();
  readonly closed = output();
  readonly decided = output();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  readonly #words = inject(ProblemWords);
  readonly #send = sender();
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('matching.decide'));
  protected readonly verdicts = verdicts;
  protected readonly faultAt = faultAt;

  protected readonly documentId = computed(() => this.line().split(':')[0] ?? '');
  protected readonly lineNo = computed(() => Number(this.line().split(':')[1] ?? 0));
  protected readonly opened = read(matchingCandidates, () => ({ side: this.side(), documentId: this.documentId(), lineNo: this.lineNo() }));
  protected readonly earlier = viewChild(DecisionList);
  protected readonly told = viewChild<ElementRef<HTMLElement>>('told');
  protected readonly heading = computed(() => (this.opened.hasValue() ? this.nameOf(this.opened.value().line) : this.t().panel[this.side()]));

  protected readonly chosen = signal('');
  protected readonly verdict = signal<Verdict | ''>('');
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly sending = signal(false);
  protected readonly kept = signal(false);

  /** Asks anew what is tied and what was said. */
  reload(): void {
    this.opened.reload();
    this.earlier()?.reload();
  }

  protected nameOf(row: ReviewLineShape): string {
    return row.itemName || row.invoiceNumber || this.t().noText;
  }

  protected factsOf(row: ReviewLineShape): readonly string[] {
    const { columns } = this.t();
    return [
      row.supplier ?? '',
      row.buyer,
      row.date ? this.wording.date(row.date) : '',
      row.invoiceNumber ? `${columns.invoice} ${row.invoiceNumber}` : '',
      row.itemNumber ? `${columns.number} ${row.itemNumber}` : '',
      quantityOf(row, this.wording),
    ].filter((fact) => fact !== '');
  }

  protected placeOf(row: ReviewLineShape): string {
    return placeOf(row, this.t(), this.wording);
  }

  /** What speaks for a candidate, and what against. */
  protected likenessOf({ sameInvoice, sameItem, difference, days }: CandidateShape): string {
    const { panel } = this.t();
    const apart = absolute(difference);
    return [
      sameInvoice && panel.sameInvoice,
      sameItem && panel.sameItem,
      compare(apart, '0') === 0 ? panel.sameAmount : panel.difference({ amount: apart }),
      days === 0 ? panel.sameDay : days === null ? '' : panel.days({ days }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  protected choose(key: string): void {
    this.chosen.set(key);
    this.kept.set(false);
    this.faults.set([]);
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
    try {
      await this.#send(matchingDecision, { body: { ...this.#pair(), verdict, reason } });
      this.kept.set(true);
      this.chosen.set('');
      this.verdict.set('');
      this.reason.set('');
      this.reload();
      this.decided.emit();
      this.told()?.nativeElement.scrollIntoView({ block: 'center' });
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#words.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #pair() {
    const [own, other] = [this.line(), this.chosen()].map((key) => ({ id: key.split(':')[0] ?? '', no: Number(key.split(':')[1] ?? 0) }));
    const [reported, booked] = this.side() === 'reported' ? [own, other] : [other, own];
    return { versionId: reported?.id ?? '', reportLineNo: reported?.no ?? 0, batchId: booked?.id ?? '', spendLineNo: booked?.no ?? 0 };
  }
}
