import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { batchesList, ledgerCoverageList } from '@tallgrunn/api-client/calls';
import type { BatchSummaryDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  Wording,
  queryState,
  texts,
  fetchAllPages,
} from '@tallgrunn/design';
import type { Column, FetchAllRows, StatusTone } from '@tallgrunn/design';
import { spendTexts } from '../texts/spend-texts.ts';
import { Upload } from '../upload/upload.ts';
import { monthsByYear } from './months-by-year.ts';

const PAGE = 100;
const tones: Record<BatchSummaryDto['state'], StatusTone> = { received: 'waiting', posted: 'good', refused: 'stopped' };

/** Page of all batches: files, content and excluded rows. */
@Component({
  selector: 'tg-batches-page',
  imports: [Cell, DataTable, Empty, Loaded, PageHeader, RouterLink, StatusTag, Upload],
  templateUrl: './batches-page.html',
  styleUrl: './batches-page.css',
})
export class BatchesPage {
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  protected readonly sort = queryState('sort');
  protected readonly columnChoice = queryState('columns');
  protected readonly mayImport = computed(() => this.#session.permissions().has('spend.import'));
  protected readonly first = read(batchesList);
  readonly #coverage = read(ledgerCoverageList);
  protected readonly coverage = computed(() => monthsByYear(this.#coverage.hasValue() ? this.#coverage.value() : []));

  readonly #older = linkedSignal<readonly BatchSummaryDto[] | undefined, readonly (readonly BatchSummaryDto[])[]>({
    source: () => arrived(this.first),
    computation: () => [],
  });
  protected readonly rows = computed(() => [...(arrived(this.first) ?? []), ...this.#older().flat()]);
  protected readonly hasMore = computed(() => (this.#older().at(-1) ?? arrived(this.first) ?? []).length === PAGE);
  protected readonly allRows: FetchAllRows<BatchSummaryDto> = (progress) =>
    fetchAllPages(async (before: string | null) => {
      const rows = await this.#send(batchesList, before === null ? {} : { before });
      return { rows, next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null };
    }, progress);

  protected readonly fetching = signal(false);
  protected readonly trouble = signal('');
  protected readonly trackRow = (row: BatchSummaryDto) => row.id;

  protected readonly columns = computed<readonly Column<BatchSummaryDto>[]>(() => {
    const { heads, kind } = this.t().batches;
    return [
      { key: 'number', head: heads.number, text: (row) => row.number, order: (row) => row.number },
      { key: 'file', head: heads.file, text: (row) => row.fileName, order: (row) => row.fileName },
      ...(this.#session.side() === 'buyer'
        ? []
        : [
            {
              key: 'buyer',
              head: heads.buyer,
              text: (row: BatchSummaryDto) => row.buyer ?? '',
              order: (row: BatchSummaryDto) => row.buyer ?? '',
            },
          ]),
      { key: 'kind', head: heads.kind, text: (row) => kind[row.kind], order: (row) => row.kind },
      {
        key: 'received',
        head: heads.received,
        text: (row) => this.wording.date(row.receivedAt, 'short'),
        order: (row) => row.receivedAt,
      },
      {
        key: 'lines',
        head: heads.lines,
        text: (row) => this.wording.count(row.lines),
        order: (row) => row.lines,
        numeric: true,
      },
      {
        key: 'totals',
        head: heads.totals,
        text: (row) => this.totalsOf(row),
        order: (row) => Number(row.netTotals['NOK'] ?? 0),
        numeric: true,
      },
      {
        key: 'dropped',
        head: heads.dropped,
        text: (row) => this.t().batches.dropped({ count: row.quarantined + row.repeated + row.refusedDocuments }),
        order: (row) => row.quarantined + row.repeated + row.refusedDocuments,
        numeric: true,
      },
      { key: 'state', head: heads.state, text: (row) => this.stateOf(row), order: (row) => row.state },
    ];
  });

  protected toneOf({ state, reverses, reversedBy }: BatchSummaryDto): StatusTone {
    return state === 'posted' && (reverses || reversedBy) ? 'waiting' : tones[state];
  }

  protected stateOf({ state, reverses, reversedBy }: BatchSummaryDto): string {
    if (reversedBy) return this.t().takeBack.state;
    return reverses && state === 'posted' ? this.t().takeBack.counterState : this.t().batches.state[state];
  }

  protected totalsOf({ netTotals, unknownTotals }: BatchSummaryDto): string {
    const money = (totals: Readonly<Record<string, string>>) =>
      Object.entries(totals)
        .map(([currency, amount]) => this.t().money({ amount, currency }))
        .join(', ');
    const unknown = money(unknownTotals);
    return [money(netTotals), ...(unknown === '' ? [] : [this.t().batches.unknownVat({ amount: unknown })])]
      .filter((text) => text !== '')
      .join(' · ');
  }

  protected async more(): Promise<void> {
    const last = this.rows().at(-1);
    if (!last || this.fetching()) return;
    this.fetching.set(true);
    this.trouble.set('');
    try {
      const page = await this.#send(batchesList, { before: last.id });
      this.#older.update((pages) => [...pages, page]);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.fetching.set(false);
    }
  }
}
