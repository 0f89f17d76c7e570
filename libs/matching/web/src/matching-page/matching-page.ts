import { Component, DestroyRef, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  combinedList,
  lineResolutionsCreateByCause,
  matchingCoverage,
  matchingListLines,
  matchingSummary,
} from '@tallgrunn/api-client/calls';
import type { ResolveByCauseRequest, CombinedRowDto, ReviewLineDto } from '@tallgrunn/api-client/shapes';
import {
  BarChart,
  Cell,
  DataTable,
  Empty,
  Field,
  Loaded,
  PageHeader,
  ProblemMessages,
  Wording,
  setPrintContext,
  queryState,
  texts,
  fetchAllPages,
} from '@tallgrunn/design';
import type { Bar, BarLegend, Column, FetchAllRows } from '@tallgrunn/design';
import { add, limits } from '@tallgrunn/values';
import { ResolutionList } from '../resolution-list/resolution-list.ts';
import { DecisionList } from '../decision-list/decision-list.ts';
import { ExplainedChart } from '../explained-chart/explained-chart.ts';
import { PairPanel } from '../pair-panel/pair-panel.ts';
import { QuestionList } from '../question-list/question-list.ts';
import { RuleList } from '../rule-list/rule-list.ts';
import { matchingTexts } from '../texts/matching-texts.ts';
import { VarianceTable } from '../variance-table/variance-table.ts';
import { EmissionExplanation } from '../emission-explanation/emission-explanation.ts';
import {
  resolutionCauses,
  causesOf,
  monthsOf,
  segmentOf,
  partyRows,
  periodsOf,
  matchedShare,
  shareOf,
} from './matching-totals.ts';
import type { CoverageSegment, PartyRow, ReviewState, Side } from './matching-totals.ts';
import { reviewColumns, emissionColumns, formatEmissions } from './review-columns.ts';
import { SumTable } from './sum-table.ts';

const PAGE = 100;
const tabs = ['reported-not-booked', 'booked-not-reported', 'books-not-loaded', 'outside-agreements'] as const;
const sideOf: Record<ReviewState, Side> = {
  'reported-not-booked': 'reported',
  'books-not-loaded': 'reported',
  'booked-not-reported': 'booked',
  'outside-agreements': 'booked',
  matched: 'reported',
};
const MILLION = 1_000_000;
/** Interval and maximum number of polls for the run that a decision starts. */
const POLL_RUN_MS = 3000;
const POLLS_MAX = 20;

/**
 * Reconciliation page: matched and unmatched lines of reports and ledgers, largest amounts first, with manual
 * decisions.
 */
@Component({
  selector: 'tg-matching-page',
  imports: [
    ResolutionList,
    BarChart,
    Cell,
    DataTable,
    DecisionList,
    Empty,
    ExplainedChart,
    Field,
    Loaded,
    PageHeader,
    PairPanel,
    QuestionList,
    RuleList,
    SumTable,
    VarianceTable,
    EmissionExplanation,
  ],
  templateUrl: './matching-page.html',
  styleUrl: './matching-page.css',
})
export class MatchingPage {
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();

  protected readonly state = queryState('state', 'reported-not-booked');
  protected readonly side = queryState('side');
  protected readonly supplier = queryState('supplier');
  protected readonly buyer = queryState('buyer');
  protected readonly cause = queryState('cause');
  /** A year or a quarter, '2026-Q1'; '' for all. */
  protected readonly period = queryState('period');
  protected readonly saidOnly = queryState('said');
  /** Side of the tolerance limits, of lines that differ; '' for both. */
  protected readonly tolerance = queryState('tolerance');
  protected readonly toleranceSides = ['to-follow-up', 'within-tolerance'] as const;
  protected readonly line = queryState('line');
  protected readonly sort = queryState('sort');
  /** 'emissions': highest emissions first, according to the combined table. */
  protected readonly order = queryState('order');
  protected readonly tabs = tabs;
  protected readonly manyBuyers = computed(() => this.#session.side() !== 'buyer');

  readonly #months = computed(() => monthsOf(this.period()));
  protected readonly summary = read(matchingSummary, () => this.#months());
  protected readonly periods = computed(() => periodsOf(arrived(this.summary)?.months ?? []));
  protected readonly coverage = read(matchingCoverage, () => this.#parties());
  protected readonly causes = computed(() =>
    this.differing() ? ['amount-differs', 'vat'] : causesOf(this.#reviewed()),
  );
  /** Cause shown when none is chosen, for lists with only one cause. */
  protected readonly usualCause = computed(() =>
    this.differing() ? 'amount-differs' : this.#reviewed() === 'outside-agreements' ? 'off-agreement' : '',
  );
  protected readonly causeShown = computed(() => this.cause() || this.usualCause());
  /** Explanation of how the chosen cause was determined. */
  protected readonly why = computed(() => {
    const why = this.#listing() ? this.t().why[this.causeShown()] : undefined;
    return typeof why === 'object' ? why[this.#sideShown()] : (why ?? '');
  });
  protected readonly answerCauses = resolutionCauses;
  protected readonly answer = signal<ResolveByCauseRequest['cause'] | ''>('');
  protected readonly reason = signal('');
  protected readonly bulkTold = signal('');
  protected readonly bulkFault = signal('');
  protected readonly covered = computed(() => {
    const found = arrived(this.coverage);
    const reported = found ? add(found.linked, found.notTied) : '0';
    const share = found ? shareOf(reported, found.agreementPurchases) : null;
    if (!found || share === null) return { finding: this.t().coverage.none, tied: '', ofAll: '', over: '' };
    const { coverage } = this.t();
    return {
      finding: coverage.finding({ share, whole: found.agreementPurchases }),
      tied: [
        coverage.tied({ share: shareOf(found.linked, found.agreementPurchases) ?? '0' }),
        ...(Number(found.notTied) > 0 ? [coverage.notTied({ amount: found.notTied })] : []),
      ].join(' '),
      ofAll: coverage.ofAll({ share: shareOf(reported, found.allPurchases) ?? '0', whole: found.allPurchases }),
      over: [
        Number(found.over) > 0 ? coverage.over({ amount: found.over }) : coverage.noOver,
        ...(Number(found.outside) === 0 ? [] : [coverage.outside({ amount: found.outside })]),
      ].join(' '),
    };
  });
  protected readonly variancesOf = computed<Readonly<Record<string, string>>>(() => this.#parties());
  readonly #parties = computed(() => ({
    ...(this.supplier() ? { supplierId: this.supplier() } : {}),
    ...(this.buyer() ? { buyerId: this.buyer() } : {}),
    ...this.#months(),
  }));
  protected readonly mayAnswer = computed(
    () => this.#session.permissions().has('matching.resolve') && this.cause() !== '' && this.#reviewed() !== 'matched',
  );
  protected readonly deciding = computed(() => this.state() === 'decided');
  /** Lines linked with a difference: shown on the booked side. */
  protected readonly differing = computed(() => this.state() === 'differs');
  /** Decisions pending second approval. */
  protected readonly seconding = computed(() => this.state() === 'second');
  /** Learned rules: only the cooperative decides on them. */
  protected readonly mayJudgeRules = computed(() => this.#session.permissions().has('matching.rules'));
  protected readonly learning = computed(() => this.state() === 'learned' && this.mayJudgeRules());
  /** Bulk questions. */
  protected readonly asking = computed(() => this.state() === 'questions');
  readonly #reviewed = computed<ReviewState>(() =>
    this.differing()
      ? 'matched'
      : (([...tabs, 'matched'] as const).find((state) => state === this.state()) ?? 'reported-not-booked'),
  );
  readonly #listing = computed(
    () => !this.deciding() && !this.seconding() && !this.learning() && !this.asking() && !this.weighing(),
  );
  readonly #query = computed(() => ({
    side: this.#sideShown(),
    state: this.#reviewed(),
    ...this.#causeQuery(),
    ...(this.saidOnly() && this.#reviewed() === 'booked-not-reported' && { said: 'yes' as const }),
    ...this.#parties(),
  }));
  /** The cause of the list. A side of the tolerance has lines of every cause, so that they add up to the sums. */
  readonly #causeQuery = computed(() => {
    const tolerance = this.differing() ? this.toleranceSides.find((each) => each === this.tolerance()) : undefined;
    const cause = tolerance ? this.cause() : this.causeShown();
    return { ...(cause && { cause }), ...(tolerance && { tolerance }) };
  });
  /** True for lists that the combined table has line by line: unmatched lines of agreement suppliers. */
  protected readonly mayWeigh = computed(
    () => this.#reviewed() === 'reported-not-booked' || this.#reviewed() === 'booked-not-reported',
  );
  protected readonly weighing = computed(
    () =>
      this.order() === 'emissions' &&
      this.mayWeigh() &&
      !this.deciding() &&
      !this.seconding() &&
      !this.learning() &&
      !this.asking(),
  );
  protected readonly weighed = read(combinedList, () =>
    this.weighing() ? { state: this.#reviewed(), order: '-kg' as const, ...this.#parties() } : undefined,
  );
  protected readonly weighedColumns = computed<readonly Column<CombinedRowDto>[]>(() =>
    emissionColumns(this.t(), this.wording, this.manyBuyers()),
  );
  protected readonly weightOf = (row: CombinedRowDto) => formatEmissions(row, this.t(), this.wording);
  protected readonly trackWeighed = (row: CombinedRowDto) => row.key;
  protected readonly first = read(matchingListLines, () => (this.#listing() ? this.#query() : undefined));
  readonly #further = linkedSignal<readonly ReviewLineDto[] | undefined, readonly (readonly ReviewLineDto[])[]>({
    source: () => arrived(this.first),
    computation: () => [],
  });
  protected readonly rows = computed(() => [...(arrived(this.first) ?? []), ...this.#further().flat()]);
  protected readonly hasMore = computed(() => (this.#further().at(-1) ?? arrived(this.first) ?? []).length === PAGE);
  protected readonly allRows: FetchAllRows<ReviewLineDto> = (progress) =>
    fetchAllPages(async (last: ReviewLineDto | null) => {
      const after = last ? { afterAmount: last.amount, afterKey: last.key } : {};
      const rows = await this.#send(matchingListLines, { ...this.#query(), ...after });
      return { rows, next: rows.length === PAGE ? (rows.at(-1) ?? null) : null };
    }, progress);

  protected readonly fetching = signal(false);
  protected readonly trouble = signal('');
  protected readonly explained = computed(() => this.#explain());
  protected readonly columns = computed<readonly Column<ReviewLineDto>[]>(() =>
    reviewColumns(this.t(), this.wording, this.manyBuyers(), this.differing()),
  );
  protected readonly trackRow = (row: ReviewLineDto) => row.key;

  protected readonly panel = viewChild(PairPanel);
  protected readonly ruleList = viewChild(RuleList);
  protected readonly questionList = viewChild(QuestionList);
  #left = false;
  readonly #cells = computed(() => arrived(this.summary)?.cells ?? []);
  protected readonly parties = computed(() => partyRows(this.#cells()));
  protected readonly suppliers = computed(() => this.#choices(({ supplierId, supplier }) => [supplierId, supplier]));
  protected readonly buyers = computed(() => this.#choices(({ buyerId, buyer }) => [buyerId, buyer]));
  protected readonly finding = computed(() => {
    const share = matchedShare(this.#cells());
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
    this.#bar(this.t().reported, [
      segmentOf(this.#cells(), 'reported', 'matched'),
      segmentOf(this.#cells(), 'reported', 'reported-not-booked'),
      segmentOf(this.#cells(), 'reported', 'books-not-loaded'),
    ]),
    this.#bar(this.t().booked, [
      segmentOf(this.#cells(), 'booked', 'matched'),
      segmentOf(this.#cells(), 'booked', 'booked-not-reported'),
      { amount: '0', lines: 0 },
    ]),
  ]);

  constructor() {
    setPrintContext(() => ({ period: this.period() && this.wording.period(this.period()) }));
    inject(DestroyRef).onDestroy(() => (this.#left = true));
  }

  protected nameOf(row: Pick<ReviewLineDto, 'itemName' | 'invoiceNumber'>): string {
    return row.itemName || row.invoiceNumber || this.t().noText;
  }

  protected opened(row: ReviewLineDto): void {
    this.side.set(this.#sideShown());
    this.line.visit(row.key);
  }

  /** Opens a line; the combined table's keys show its side. */
  protected openedWeighed({ key }: CombinedRowDto): void {
    this.side.set(key.startsWith('s') ? 'booked' : 'reported');
    this.line.visit(key.slice(1));
  }

  protected show(state: ReviewState | 'differs' | 'questions' | 'decided' | 'second' | 'learned'): void {
    this.side.set('');
    this.saidOnly.set('');
    this.tolerance.set('');
    this.cause.set('');
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

  /**
   * Reloads after the run that a decision starts. A run in progress at the time of the decision does not include it, so
   * the next one is awaited too.
   */
  protected async decided(): Promise<void> {
    let before = arrived(this.summary)?.run?.number ?? 0;
    for (let [asked, came] = [0, 0]; asked < POLLS_MAX && came < 2 && !this.#left; asked += 1) {
      await new Promise((done) => setTimeout(done, POLL_RUN_MS));
      const sums = await this.#send(matchingSummary, this.#months()).catch(() => undefined);
      if (!sums || (sums.run?.number ?? 0) <= before) continue;
      before = sums.run?.number ?? before;
      came += 1;
      this.summary.set(sums);
      this.coverage.reload();
      this.first.reload();
      this.panel()?.reload();
      this.ruleList()?.reload();
      this.questionList()?.reload();
    }
  }

  protected checked(event: Event): string {
    return (event.target as HTMLInputElement).checked ? 'yes' : '';
  }

  protected nameOfTab(tab: (typeof tabs)[number]): string {
    return tab === 'outside-agreements' ? this.t().offAgreement.tab : this.t().states[tab];
  }

  protected nameOfCause(cause: string): string {
    return (this.t().causes as Readonly<Record<string, string>>)[cause] ?? cause;
  }

  #explain(): string {
    const state = this.#reviewed();
    if (this.deciding()) return this.t().explain.decided;
    if (this.seconding()) return this.t().second.explain({ amount: String(limits.secondApproval.amount) });
    if (this.learning()) return this.t().rules.explain;
    if (this.asking()) return this.t().questions.explain;
    if (this.differing()) return this.t().differs.explain;
    return state === 'outside-agreements' ? this.t().offAgreement.explain : this.t().explain[state];
  }

  protected choose(event: Event): void {
    this.answer.set(this.valueOf(event) as ResolveByCauseRequest['cause'] | '');
  }

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  /** Gives all lines of the shown cause one answer. */
  protected async answerAll(event: Event, isRevocation = false): Promise<void> {
    event.preventDefault();
    const [cause, reason, state] = [this.answer(), this.reason().trim(), this.#reviewed()];
    const isMissing = (cause === '' && !isRevocation) || reason === '';
    this.bulkFault.set(isMissing ? this.t().bulk.missing : '');
    if (isMissing || state === 'matched' || this.fetching()) return;
    this.fetching.set(true);
    try {
      const { answered, needsSecond } = await this.#send(lineResolutionsCreateByCause, {
        body: {
          side: this.#sideShown(),
          state,
          said: this.cause(),
          ...(cause === '' || isRevocation ? {} : { cause }),
          reason,
          ...(this.saidOnly() && state === 'booked-not-reported' && { saidOnly: 'yes' as const }),
          ...this.#parties(),
        },
      });
      this.bulkTold.set(
        isRevocation
          ? this.t().bulk.takenBack({ count: answered })
          : [this.t().bulk.done({ count: answered }), needsSecond ? this.t().bulk.second : '']
              .filter(Boolean)
              .join(' '),
      );
      this.reason.set('');
      void this.decided();
    } catch (error) {
      this.bulkFault.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.fetching.set(false);
    }
  }

  protected async more(): Promise<void> {
    const last = this.rows().at(-1);
    if (!last || this.fetching()) return;
    this.fetching.set(true);
    this.trouble.set('');
    try {
      const page = await this.#send(matchingListLines, {
        ...this.#query(),
        afterAmount: last.amount,
        afterKey: last.key,
      });
      this.#further.update((pages) => [...pages, page]);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.fetching.set(false);
    }
  }

  /**
   * Returns the shown side. Matched lines are on both sides, so the address decides; every other state has one side.
   */
  #sideShown(): Side {
    return this.#reviewed() === 'matched' && (this.side() === 'booked' || this.differing())
      ? 'booked'
      : sideOf[this.#reviewed()];
  }

  #choices(
    of: (row: PartyRow) => readonly [string, string],
  ): readonly { readonly value: string; readonly label: string }[] {
    const named = new Map(this.parties().map(of));
    return [...named].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'nb'));
  }

  #bar(label: string, parts: readonly [CoverageSegment, CoverageSegment, CoverageSegment]): Bar {
    const value = ({ amount }: CoverageSegment) => Number(amount) / MILLION;
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
