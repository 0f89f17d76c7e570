import { Component, computed, inject, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { reconciliationShow, reconciliationStateTotals, ledgerCoverageList } from '@tallgrunn/api-client/calls';
import type { AccountMonthDto, SetAsideDto, TotalComparisonDto } from '@tallgrunn/api-client/shapes';
import {
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  ProblemMessages,
  TextLibrary,
  Wording,
  setPrintContext,
  queryState,
  texts,
  type Column,
} from '@tallgrunn/design';
import { exclusionText } from '../exclusion-reasons.ts';
import { spendTexts } from '../texts/spend-texts.ts';
import { parseTrialBalance } from './parse-trial-balance.ts';

const isZero = (amount: string): boolean => Number(amount) === 0;

/**
 * Page that accounts for every row of a ledger by account and month, and compares them with the ledger's own totals.
 */
@Component({
  selector: 'tg-reconciliation-page',
  imports: [DataTable, Empty, Loaded, PageHeader],
  templateUrl: './reconciliation-page.html',
})
export class ReconciliationPage {
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  protected readonly session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #library = inject(TextLibrary);
  readonly #send = sender();
  readonly #buyer = queryState('buyer');
  readonly #year = queryState('year');
  protected readonly batch = queryState('batch');
  protected readonly all = queryState('all');
  protected readonly sort = queryState('sort');
  protected readonly coverage = read(ledgerCoverageList);
  protected readonly buyers = computed(() =>
    [...new Map((arrived(this.coverage) ?? []).map(({ buyerId, buyer }) => [buyerId, buyer]))].map(([id, name]) => ({
      id,
      name,
    })),
  );
  protected readonly buyerId = computed(
    () => this.buyers().find(({ id }) => id === this.#buyer())?.id ?? this.buyers()[0]?.id ?? null,
  );
  protected readonly buyerName = computed(() => this.buyers().find(({ id }) => id === this.buyerId())?.name ?? '');
  protected readonly years = computed(() =>
    [
      ...new Set(
        (arrived(this.coverage) ?? [])
          .filter(({ buyerId }) => buyerId === this.buyerId())
          .map(({ month }) => month.slice(0, 4)),
      ),
    ]
      .sort()
      .reverse(),
  );
  protected readonly year = computed(() =>
    this.years().includes(this.#year()) ? this.#year() : (this.years()[0] ?? null),
  );
  /** The displayed years, as in the headings. */
  protected readonly shownYears = computed(() => {
    const [last, first] = [this.years()[0] ?? '', this.years().at(-1) ?? ''];
    return !this.batch() ? (this.year() ?? '') : first === last ? last : `${first}–${last}`;
  });
  readonly #filter = computed(() => {
    const [buyerId, year] = [this.buyerId(), this.year()];
    if (buyerId === null || year === null) return undefined;
    // A single file is shown completely, regardless of its years.
    const [last = year, first = last] = this.batch() ? [this.years()[0], this.years().at(-1)] : [year];
    return { buyerId, from: `${first}-01`, to: `${last}-12`, ...(this.batch() ? { batchId: this.batch() } : {}) };
  });
  protected readonly reconciliation = read(reconciliationShow, () => this.#filter());
  protected readonly file = computed(() => {
    const filter = this.#filter();
    return filter
      ? `/api/v1/spend/reconciliation.xlsx?${new URLSearchParams({ ...filter, language: this.#library.language() })}`
      : '';
  });
  /** Accounts with purchases and accounts with a difference; or all of them. */
  protected readonly comparisons = computed(() => {
    const all = arrived(this.reconciliation)?.comparisons ?? [];
    const chosen = this.all() ? all : all.filter(({ difference, counted }) => !isZero(difference) || !isZero(counted));
    return chosen.toSorted((a, b) => Math.abs(Number(b.difference)) - Math.abs(Number(a.difference)));
  });
  protected readonly verdict = computed(() => {
    const all = arrived(this.reconciliation)?.comparisons ?? [];
    const { reconciliation: words } = this.t();
    if (all.length === 0) return words.noTotals;
    const differing = all.filter(({ difference }) => !isZero(difference)).length;
    return differing === 0 ? words.agree({ count: all.length }) : words.differ({ differing, count: all.length });
  });

  protected readonly source = signal('');
  protected readonly sourceOn = signal('');
  protected readonly pasted = signal('');
  protected readonly parsed = computed(() => parseTrialBalance(this.pasted(), this.year() ?? ''));
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  protected readonly trouble = signal('');

  protected readonly totalColumns = computed<readonly Column<TotalComparisonDto>[]>(() => {
    const { totalHeads: heads, reasons, fromFile, dated } = this.t().reconciliation;
    return [
      {
        key: 'account',
        head: heads.account,
        text: ({ code, name }) => [code, name].filter(Boolean).join(' '),
        order: ({ code }) => code,
      },
      { key: 'months', head: heads.months, text: ({ from, to }) => this.#months(from, to), order: ({ from }) => from },
      this.#amount('stated', heads.stated),
      this.#amount('counted', heads.counted),
      this.#amount('setAside', heads.setAside),
      this.#amount('difference', heads.difference),
      {
        key: 'reason',
        head: heads.reason,
        text: (row) =>
          row.reasons.length === 0
            ? reasons.none
            : row.reasons.map((reason) => reasons[reason]({ count: row.unreadRows })).join(' '),
      },
      {
        key: 'source',
        head: heads.source,
        text: ({ source, sourceOn, isFromFile }) =>
          isFromFile
            ? fromFile({ file: source })
            : sourceOn
              ? dated({ source, on: this.wording.date(sourceOn, 'short') })
              : source,
        choice: 'shown',
      },
    ];
  });

  protected readonly accountColumns = computed<readonly Column<AccountMonthDto>[]>(() => {
    const { accountHeads: heads, closing, noMonth, noAccount } = this.t().reconciliation;
    return [
      {
        key: 'account',
        head: heads.account,
        text: ({ code, name }) => [code ?? noAccount, name].filter(Boolean).join(' '),
        order: ({ code }) => code ?? '',
      },
      {
        key: 'month',
        head: heads.month,
        text: (row) =>
          row.period === null
            ? noMonth
            : row.closing
              ? closing({ year: row.period.slice(0, 4) })
              : this.wording.period(row.period),
        order: ({ period }) => period ?? '',
      },
      {
        key: 'rows',
        head: heads.rows,
        text: ({ rows }) => this.wording.count(rows),
        order: ({ rows }) => rows,
        numeric: true,
      },
      this.#amount('read', heads.read),
      this.#amount('counted', heads.counted),
      this.#amount('repeated', heads.repeated),
      this.#amount('setAside', heads.setAside),
      {
        key: 'unread',
        head: heads.unread,
        text: ({ unreadRows }) => this.wording.count(unreadRows),
        order: ({ unreadRows }) => unreadRows,
        numeric: true,
        choice: 'shown',
      },
      { ...this.#amount<AccountMonthDto, 'reversed'>('reversed', heads.reversed), choice: 'shown' },
      { ...this.#amount<AccountMonthDto, 'invoiceLines'>('invoiceLines', heads.invoiceLines), choice: 'shown' },
      { ...this.#amount<AccountMonthDto, 'remainder'>('remainder', heads.remainder), choice: 'shown' },
    ];
  });

  protected readonly asideColumns = computed<readonly Column<SetAsideDto>[]>(() => {
    const { asideHeads: heads, standings, rowsOf, noMonth, noAccount } = this.t().reconciliation;
    return [
      {
        key: 'reason',
        head: heads.reason,
        text: ({ reason }) => exclusionText(reason, this.t()),
        order: ({ reason }) => reason,
      },
      {
        key: 'account',
        head: heads.account,
        text: ({ code, name }) => [code ?? noAccount, name].filter(Boolean).join(' '),
        order: ({ code }) => code ?? '',
      },
      {
        key: 'month',
        head: heads.month,
        text: ({ period }) => (period === null ? noMonth : this.wording.period(period)),
        order: ({ period }) => period ?? '',
      },
      {
        key: 'rows',
        head: heads.rows,
        text: ({ rows }) => this.wording.count(rows),
        order: ({ rows }) => rows,
        numeric: true,
      },
      this.#amount('amount', heads.amount),
      {
        key: 'where',
        head: heads.where,
        text: ({ file, sheet, firstRow, lastRow }) =>
          rowsOf({ file: [file, sheet].filter(Boolean).join(', '), first: firstRow, last: lastRow }),
        choice: 'shown',
      },
      { key: 'standing', head: heads.standing, text: ({ standing }) => standings[standing], choice: 'shown' },
    ];
  });

  #amount<T extends { readonly currency: string } & Record<K, string>, K extends string>(
    key: K,
    head: string,
  ): Column<T> {
    return {
      key,
      head,
      text: (row) => this.t().money({ amount: row[key], currency: row.currency }),
      order: (row) => Number(row[key]),
      numeric: true,
    };
  }

  constructor() {
    setPrintContext(() => ({ whose: this.buyerName(), period: this.shownYears() }));
  }

  #months(from: string, to: string): string {
    return from === to ? this.wording.period(from) : `${this.wording.period(from)} – ${this.wording.period(to)}`;
  }

  protected choose(name: 'buyer' | 'year', value: string): void {
    (name === 'buyer' ? this.#buyer : this.#year).set(value);
  }

  protected async readFile(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    this.pasted.set(await file.text());
    if (this.source() === '') this.source.set(file.name);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [buyerId, { totals, unread }, source] = [this.buyerId(), this.parsed(), this.source().trim()];
    const { reconciliation: words } = this.t();
    this.said.set('');
    this.trouble.set(
      source === ''
        ? words.sourceMissing
        : totals.length === 0
          ? words.totalsMissing
          : unread.length > 0
            ? words.unread({ lines: unread.slice(0, 10).join(', ') })
            : '',
    );
    if (buyerId === null || this.trouble() !== '' || this.sending()) return;
    this.sending.set(true);
    try {
      await this.#send(reconciliationStateTotals, {
        body: { buyerId, source, totals: [...totals], ...(this.sourceOn() ? { sourceOn: this.sourceOn() } : {}) },
      });
      this.said.set(words.stated({ count: totals.length }));
      this.pasted.set('');
      this.reconciliation.reload();
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }
}
