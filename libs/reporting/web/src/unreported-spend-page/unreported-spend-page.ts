import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { obligationsShow, unreportedSpendList } from '@tallgrunn/api-client/calls';
import type { UnreportedSpendBuyerDto, BookedInvoiceDto, UnreportedSpendDto } from '@tallgrunn/api-client/shapes';
import {
  CoverageBar,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  Wording,
  queryState,
  texts,
  type Column,
  type CoveragePart,
} from '@tallgrunn/design';
import { compare, subtract, sum } from '@tallgrunn/values';
import { obligationName } from '../obligation/obligation-name.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { BookedList } from './booked-list.ts';

const INVOICES_MAX = 200;

/**
 * Causes whose invoices need no individual answer: they need not be reported, or are accounted for elsewhere in the
 * ledger.
 */
const collapsedCauses: readonly string[] = ['freight-fees', 'vat', 'credited', 'period-13'];

interface CollapsedGroup {
  readonly cause: string;
  readonly invoices: readonly BookedInvoiceDto[];
  /** Decimal text. */
  readonly amount: string;
}

/**
 * The spend that buyers have booked with a supplier in a report period and that no report covers: how far the ledger
 * reaches, the coverage, and an answer for each invoice.
 */
@Component({
  selector: 'tg-unreported-spend-page',
  imports: [BookedList, CoverageBar, DataTable, Empty, Loaded, PageHeader, RouterLink],
  templateUrl: './unreported-spend-page.html',
})
export class UnreportedSpendPage {
  /** Id of the obligation, from the route. */
  readonly obligation = input.required<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(invoicedTexts);
  protected readonly wording = inject(Wording);
  protected readonly name = obligationName();
  protected readonly sort = queryState('sort');
  protected readonly invoicesMax = INVOICES_MAX;
  readonly #session = inject(Session);
  protected readonly mayAnswer = computed(() => this.#session.permissions().has('report.submit'));
  protected readonly mayReview = computed(() => this.#session.permissions().has('matching.read'));
  protected readonly detail = read(obligationsShow, () => ({ obligationId: this.obligation() }));
  protected readonly booked = read(unreportedSpendList, () => ({ obligationId: this.obligation() }));

  protected readonly finding = computed(() => {
    const seen = arrived(this.booked);
    if (!seen) return '';
    const told = { share: shareOf(seen.linked, seen.booked), whole: seen.booked };
    return this.mayAnswer() ? this.s().booked.finding(told) : this.s().booked.findingSupplier(told);
  });
  readonly #byCause = computed(() =>
    Map.groupBy(arrived(this.booked)?.invoices ?? [], ({ cause }) =>
      cause !== null && collapsedCauses.includes(cause) ? cause : '',
    ),
  );
  protected readonly toAnswer = computed(() => this.#byCause().get('') ?? []);
  protected readonly folded = computed<readonly CollapsedGroup[]>(() =>
    [...this.#byCause()].flatMap(([cause, invoices]) =>
      cause === '' ? [] : [{ cause, invoices, amount: sum(invoices.map(({ openAmount }) => openAmount)) }],
    ),
  );
  protected readonly parts = computed<readonly CoveragePart[]>(() => this.#parts(arrived(this.booked)));
  protected readonly columns = computed<readonly Column<UnreportedSpendBuyerDto>[]>(() => {
    const { reachHeads, until, noLedger, noInvoices, never } = this.s().booked;
    return [
      { key: 'buyer', head: reachHeads.buyer, text: (row) => row.buyer, order: (row) => row.buyer },
      {
        key: 'until',
        head: reachHeads.until,
        text: (row) => (row.lastMonth === null ? noLedger : until({ month: row.lastMonth })),
        order: (row) => row.lastMonth ?? '',
      },
      {
        key: 'invoices',
        head: reachHeads.invoices,
        text: (row) => (row.lastInvoiceMonth === null ? noInvoices : until({ month: row.lastInvoiceMonth })),
        order: (row) => row.lastInvoiceMonth ?? '',
      },
      {
        key: 'posted',
        head: reachHeads.posted,
        text: (row) => (row.postedAt === null ? never : this.wording.date(row.postedAt, 'short')),
        order: (row) => row.postedAt ?? '',
      },
      {
        key: 'booked',
        head: reachHeads.booked,
        text: (row) => this.wording.amount(row.booked, 0),
        order: (row) => Number(row.booked),
        numeric: true,
      },
      {
        key: 'linked',
        head: reachHeads.linked,
        text: (row) => this.wording.amount(row.linked, 0),
        order: (row) => Number(row.linked),
        numeric: true,
      },
    ];
  });
  protected readonly trackBuyer = (row: UnreportedSpendBuyerDto) => row.buyerId;
  protected readonly shareOf = shareOf;

  protected again(): void {
    this.booked.reload();
  }

  #parts(seen: UnreportedSpendDto | undefined): readonly CoveragePart[] {
    if (!seen) return [];
    const { linked, answered, open, rest } = this.s().booked;
    const unanswered = subtract(seen.open.amount, seen.open.answeredAmount);
    const left = subtract(subtract(seen.booked, seen.linked), seen.open.amount);
    const part = (key: string, label: string, amount: string, pattern: CoveragePart['pattern']): CoveragePart => ({
      key,
      label,
      value: Number(amount),
      shown: this.wording.money(amount, 0),
      pattern,
    });
    return [
      part('linked', linked, seen.linked, 'solid'),
      part('answered', answered, seen.open.answeredAmount, 'hatched'),
      part('open', open, unanswered, 'empty'),
      ...(compare(left, '0.5') > 0 ? [part('rest', rest, left, 'dotted')] : []),
    ];
  }
}

/** Returns a part of a whole as decimal text between 0 and 1. */
function shareOf(part: string, whole: string): string {
  return compare(whole, '0') > 0 ? String(Math.min(1, Math.max(0, Number(part) / Number(whole)))) : '0';
}
