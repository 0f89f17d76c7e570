import { Component, DestroyRef, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { matchingLines, matchingSummary } from '@tallgrunn/api-client/calls';
import type { ReviewLineShape } from '@tallgrunn/api-client/shapes';
import { BarChart, Cell, DataTable, Empty, Loaded, PageHeader, ProblemWords, Wording, queryState, texts } from '@tallgrunn/design';
import type { Bar, BarLegend, Column } from '@tallgrunn/design';
import { DecisionList } from '../decision-list/decision-list.ts';
import { PairPanel } from '../pair-panel/pair-panel.ts';
import { matchingTexts } from '../texts/matching-texts.ts';
import { partOf, partyRows, shareFound } from './matching-sums.ts';
import type { Part, PartyRow, ReviewState, Side } from './matching-sums.ts';
import { reviewColumns } from './review-columns.ts';
import { SumTable } from './sum-table.ts';

const PAGE = 100;
const tabs = ['reported-not-booked', 'booked-not-reported', 'books-not-loaded'] as const;
const sideOf: Record<ReviewState, Side> = { 'reported-not-booked': 'reported', 'books-not-loaded': 'reported', 'booked-not-reported': 'booked', matched: 'reported' };
const MILLION = 1_000_000;
/** How often it is asked whether the run that a decision set going has come, and how many times. */
const ASK_RUN_MS = 3000;
const ASKS_MAX = 20;

/** Where reports and books meet, and the lines that do not, most kroner first; a person says what is the same. */
@Component({
  selector: 'tg-matching-page',
  imports: [BarChart, Cell, DataTable, DecisionList, Empty, Loaded, PageHeader, PairPanel, SumTable],
  templateUrl: './matching-page.html',
  styleUrl: './matching-page.css',
})
export class MatchingPage {
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  readonly #words = inject(ProblemWords);
  readonly #send = sender();

  protected readonly state = queryState('state', 'reported-not-booked');
  protected readonly side = queryState('side');
  protected readonly supplier = queryState('supplier');
  protected readonly buyer = queryState('buyer');
  protected readonly line = queryState('line');
  protected readonly sort = queryState('sort');
  protected readonly tabs = tabs;
  protected readonly manyBuyers = computed(() => this.#session.side() !== 'buyer');

  protected readonly summary = read(matchingSummary);
  protected readonly deciding = computed(() => this.state() === 'decided');
  readonly #reviewed = computed<ReviewState>(() => ([...tabs, 'matched'] as const).find((state) => state === this.state()) ?? 'reported-not-booked');
  readonly #query = computed(() => ({ side: this.#sideShown(), state: this.#reviewed(), ...(this.supplier() ? { supplierId: this.supplier() } : {}), ...(this.buyer() ? { buyerId: this.buyer() } : {}) }));
  protected readonly first = read(matchingLines, () => (this.deciding() ? undefined : this.#query()));
  readonly #further = linkedSignal<readonly ReviewLineShape[] | undefined, readonly (readonly ReviewLineShape[])[]>({ source: () => arrived(this.first), computation: () => [] });
  protected readonly rows = computed(() => [...(arrived(this.first) ?? []), ...this.#further().flat()]);
  protected readonly hasMore = computed(() => (this.#further().at(-1) ?? arrived(this.first) ?? []).length === PAGE);
  protected readonly fetching = signal(false);
  protected readonly trouble = signal('');
  protected readonly explained = computed(() => (this.deciding() ? this.t().explain.decided : this.t().explain[this.#reviewed()]));
  protected readonly columns = computed<readonly Column<ReviewLineShape>[]>(() => reviewColumns(this.t(), this.wording, this.manyBuyers()));
  protected readonly trackRow = (row: ReviewLineShape) => row.key;

  protected readonly panel = viewChild(PairPanel);
  #left = false;
  readonly #cells = computed(() => arrived(this.summary)?.cells ?? []);
  protected readonly parties = computed(() => partyRows(this.#cells()));
  protected readonly suppliers = computed(() => this.#choices(({ supplierId, supplier }) => [supplierId, supplier]));
  protected readonly buyers = computed(() => this.#choices(({ buyerId, buyer }) => [buyerId, buyer]));
  protected readonly finding = computed(() => {
    const share = shareFound(this.#cells());
    return share === null ? this.t().findingNone : this.t().finding({ share });
  });
  protected readonly legend = computed<readonly BarLegend[]>(() => {
    const { matched, unmatched, missing } = this.t().legend;
    return [
      { label: matched, pattern: 'solid' },
      { label: unmatched, pattern: 'dotted' },
      { label: missing, pattern: 'empty' },
    ];
  });
  protected readonly bars = computed<readonly Bar[]>(() => [
    this.#bar(this.t().reported, [partOf(this.#cells(), 'reported', 'matched'), partOf(this.#cells(), 'reported', 'reported-not-booked'), partOf(this.#cells(), 'reported', 'books-not-loaded')]),
    this.#bar(this.t().booked, [partOf(this.#cells(), 'booked', 'matched'), partOf(this.#cells(), 'booked', 'booked-not-reported'), { amount: '0', lines: 0 }]),
  ]);

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.#left = true));
  }

  protected nameOf(row: ReviewLineShape): string {
    return row.itemName || row.invoiceNumber || this.t().noText;
  }

  protected opened(row: ReviewLineShape): void {
    this.side.set(this.#sideShown());
    this.line.set(row.key);
  }

  protected show(state: ReviewState | 'decided'): void {
    this.side.set('');
    this.state.set(state);
  }

  protected narrow({ party, state }: { readonly party: PartyRow; readonly state: ReviewState }): void {
    this.supplier.set(party.supplierId);
    this.buyer.set(this.manyBuyers() ? party.buyerId : '');
    this.show(state);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  /** What is shown follows the run that a decision sets going. */
  protected async decided(): Promise<void> {
    const before = arrived(this.summary)?.run?.number ?? 0;
    for (let asked = 0; asked < ASKS_MAX && !this.#left; asked += 1) {
      await new Promise((done) => setTimeout(done, ASK_RUN_MS));
      const sums = await this.#send(matchingSummary, {}).catch(() => undefined);
      if (!sums || (sums.run?.number ?? 0) <= before) continue;
      this.summary.set(sums);
      this.first.reload();
      this.panel()?.reload();
      return;
    }
  }

  protected async more(): Promise<void> {
    const last = this.rows().at(-1);
    if (!last || this.fetching()) return;
    this.fetching.set(true);
    this.trouble.set('');
    try {
      const page = await this.#send(matchingLines, { ...this.#query(), afterAmount: last.amount, afterKey: last.key });
      this.#further.update((pages) => [...pages, page]);
    } catch (error) {
      this.trouble.set(this.#words.sentence(problemOf(error)));
    } finally {
      this.fetching.set(false);
    }
  }

  /** Matched lines stand on both sides: the address says which; every other state has its own side. */
  #sideShown(): Side {
    return this.#reviewed() === 'matched' && this.side() === 'booked' ? 'booked' : sideOf[this.#reviewed()];
  }

  #choices(of: (row: PartyRow) => readonly [string, string]): readonly { readonly value: string; readonly label: string }[] {
    const named = new Map(this.parties().map(of));
    return [...named].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'nb'));
  }

  #bar(label: string, parts: readonly [Part, Part, Part]): Bar {
    const value = ({ amount }: Part) => Number(amount) / MILLION;
    const total = parts.reduce((all, part) => all + value(part), 0);
    const [matched, unmatched, missing] = parts;
    return {
      label,
      shown: this.t().millions({ value: total.toFixed(1) }),
      stretches: [
        { value: value(matched), pattern: 'solid' },
        { value: value(unmatched), pattern: 'dotted' },
        { value: value(missing), pattern: 'empty' },
      ],
      cells: parts.map(({ amount }) => this.wording.amount(amount, 0)),
    };
  }
}
