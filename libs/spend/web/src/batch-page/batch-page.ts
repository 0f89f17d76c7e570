import { Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { batchesShow, batchesListLines } from '@tallgrunn/api-client/calls';
import type { BatchLineDto, BatchDto, ImportProgressDto } from '@tallgrunn/api-client/shapes';
import {
  DataTable,
  FindingList,
  Loaded,
  PageHeader,
  Progress,
  StatusTag,
  TextLibrary,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { findingGroups } from '@tallgrunn/declarations-web';
import { messageOf } from '@tallgrunn/formats';
import { exclusionText } from '../exclusion-reasons.ts';
import { unitName } from '@tallgrunn/formats';
import { ReverseBatchForm } from './reverse-batch.ts';
import { spendTexts } from '../texts/spend-texts.ts';

const POLL_INTERVAL_MS = 1500;
const LINES_PAGE = 200;

/** Page of one batch: import progress, content, excluded rows with reasons, and lines. */
@Component({
  selector: 'tg-batch-page',
  imports: [DataTable, FindingList, Loaded, PageHeader, Progress, RouterLink, StatusTag, ReverseBatchForm],
  templateUrl: './batch-page.html',
  styleUrl: './batch-page.css',
})
export class BatchPage {
  /** Id of the batch. */
  readonly batch = input('');
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  protected readonly after = queryState('after', '0');
  protected readonly columnChoice = queryState('columns');
  protected readonly shown = read(batchesShow, () => (this.batch() ? { batchId: this.batch() } : undefined));
  protected readonly posted = computed(() => this.shown.hasValue() && this.shown.value().state === 'posted');
  protected readonly lines = read(batchesListLines, () =>
    this.posted() ? { batchId: this.batch(), after: Number(this.after()) || 0 } : undefined,
  );
  protected readonly full = computed(() => this.lines.hasValue() && this.lines.value().length === LINES_PAGE);
  protected readonly trackRow = (line: BatchLineDto) => line.lineNo;

  protected readonly columns = computed<readonly Column<BatchLineDto>[]>(() => {
    const { lineHeads: heads, standing } = this.t().batch;
    const kind = arrived(this.shown)?.kind;
    const invoices = kind === 'invoices' || kind === 'deliveries';
    return [
      { key: 'text', head: heads.text, text: (line) => line.text ?? line.seller ?? '' },
      { key: 'row', head: heads.row, text: (line) => this.wording.count(line.row), numeric: true },
      { key: 'part', head: heads.part, text: (line) => line.part, choice: invoices ? 'shown' : 'hidden' },
      { key: 'date', head: heads.date, text: (line) => (line.date ? this.wording.date(line.date, 'short') : '') },
      { key: 'seller', head: heads.seller, text: (line) => line.seller ?? line.sellerOrgNumber ?? '', choice: 'shown' },
      { key: 'invoice', head: heads.invoice, text: (line) => line.invoiceNumber ?? '', choice: 'shown' },
      ...(invoices
        ? [
            {
              key: 'item',
              head: heads.item,
              text: (line: BatchLineDto) => line.itemNumber ?? '',
              choice: 'shown' as const,
            },
            {
              key: 'quantity',
              head: heads.quantity,
              text: (line: BatchLineDto) =>
                line.quantity === null
                  ? ''
                  : `${this.wording.quantity(line.quantity)} ${line.unit === null ? '' : (unitName(line.unit, this.wording.language()) ?? line.unit)}`.trim(),
              numeric: true,
              choice: 'shown' as const,
            },
          ]
        : [
            {
              key: 'account',
              head: heads.account,
              text: (line: BatchLineDto) => line.account ?? '',
              choice: 'shown' as const,
            },
          ]),
      {
        key: 'amount',
        head: heads.amount,
        text: (line) =>
          line.amount === null ? '' : `${this.wording.amount(line.amount)} ${line.currency ?? ''}`.trim(),
        numeric: true,
      },
      { key: 'standing', head: heads.standing, text: (line) => standing[line.standing] },
    ];
  });

  constructor() {
    const timer = setInterval(() => this.#reload(), POLL_INTERVAL_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    effect(() => {
      if (this.posted()) clearInterval(timer);
    });
  }

  /** Reloads only while the file is being imported. */
  #reload(): void {
    if (this.shown.hasValue() && this.shown.value().state === 'received' && !this.shown.isLoading())
      this.shown.reload();
  }

  protected groupsOf({ findings, findingCounts }: BatchDto) {
    return findingGroups(findings, this.#library.language(), findingCounts, {
      'invoice-of-another-buyer': ({ found }) => this.t().batch.anotherBuyer({ found: found ?? '' }),
    });
  }

  protected refusalOf({ refusal }: BatchDto): string {
    if (!refusal) return '';
    const params = refusal.params as Record<string, string>;
    return messageOf(
      {
        code: refusal.code,
        params,
        severity: 'blocksFile',
        place: null,
        found: params['found'] ?? null,
        expected: params['expected'] ?? null,
      },
      this.#library.language(),
    );
  }

  protected leftOutOf({ leftOut }: BatchDto) {
    return leftOut.map(({ reason, rows, amounts }) => ({
      reason: exclusionText(reason, this.t()),
      rows,
      amounts: this.moneyOf(amounts),
    }));
  }

  protected moneyOf(amounts: Readonly<Record<string, string>>): string {
    return Object.entries(amounts)
      .map(([currency, amount]) => this.t().money({ amount, currency }))
      .join(', ');
  }

  protected profileOf({ profile }: BatchDto): string {
    return typeof profile?.['name'] === 'string' ? profile['name'] : '';
  }

  protected doing(progress: readonly ImportProgressDto[]): ImportProgressDto | null {
    return progress.find(({ state }) => state === 'working') ?? progress[0] ?? null;
  }

  protected stageOf(progress: ImportProgressDto | null): string {
    const { working } = this.t().batch;
    if (!progress || progress.state === 'waiting') return working.waiting;
    return progress.stage === 'reading' || progress.stage === 'tying' || progress.stage === 'reversing'
      ? working[progress.stage]
      : working.other;
  }

  protected mayTakeBack({ state, reverses, reversedBy }: BatchDto): boolean {
    return state === 'posted' && !reverses && !reversedBy && this.#session.permissions().has('spend.import');
  }

  protected combinedQuery({ buyerId }: BatchDto): Readonly<Record<string, string>> {
    return buyerId ? { buyer: buyerId } : {};
  }

  protected next(): void {
    this.after.set(String(arrived(this.lines)?.at(-1)?.lineNo ?? 0));
  }
}
