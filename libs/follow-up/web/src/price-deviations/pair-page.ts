import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import {
  claimsDraftClaim,
  priceDeviationsAcceptDeviations,
  priceDeviationsListLines,
  priceDeviationsRevokeAccepted,
  priceDeviationsSummary,
} from '@tallgrunn/api-client/calls';
import type { DeviationLineDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  Wording,
  fieldError,
  queryState,
  texts,
} from '@tallgrunn/design';
import { formValues, injectFormAction } from '../claims/act.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { lineColumns } from './line-columns.ts';
import { OffAssortment } from './off-assortment.ts';
import { PriceMonths } from './price-months.ts';
import { PriceSpread } from './price-spread.ts';

const statuses = ['open', 'accepted', 'claimed'] as const;

/** Price deviations of one supplier and agreement, line by line. Reasons can be accepted, and claims drafted. */
@Component({
  selector: 'tg-pair-page',
  imports: [
    Cell,
    DataTable,
    Empty,
    ErrorSummary,
    Field,
    Loaded,
    OffAssortment,
    PageHeader,
    PriceMonths,
    PriceSpread,
    RouterLink,
  ],
  templateUrl: './pair-page.html',
})
export class SupplierDeviationsPage {
  protected readonly t = texts(claimsTexts);
  protected readonly wording = inject(Wording);
  protected readonly statuses = statuses;
  protected readonly agreement = queryState('agreement');
  protected readonly supplier = queryState('supplier');
  protected readonly basis = queryState('basis');
  protected readonly from = queryState('from');
  protected readonly to = queryState('to');
  protected readonly status = queryState('status');
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly selection = signal<readonly DeviationLineDto[]>([]);
  readonly #send = sender();
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('claim.manage'));
  protected readonly kind = computed((): 'reported' | 'invoiced' =>
    this.basis() === 'invoiced' ? 'invoiced' : 'reported',
  );
  protected readonly scope = computed(() => ({
    agreementId: this.agreement(),
    supplierId: this.supplier(),
    ...(this.from() && { from: this.from() }),
    ...(this.to() && { to: this.to() }),
  }));
  protected readonly lines = read(priceDeviationsListLines, () => ({
    ...this.scope(),
    basis: this.kind(),
    status: statuses.find((each) => each === this.status()),
  }));
  protected readonly summary = read(priceDeviationsSummary, () => ({ ...this.scope(), basis: this.kind() }));
  protected readonly pair = computed(() => {
    const rows = arrived(this.summary) ?? [];
    return rows.find(({ lineCount }) => lineCount > 0) ?? rows[0];
  });
  protected readonly columns = computed(() => lineColumns(this.t(), this.wording));

  protected nameLine = ({ itemName, buyer, chargedOn }: DeviationLineDto): string =>
    this.t().pair.line({
      item: itemName ?? '',
      buyer: buyer ?? '',
      on: chargedOn ? this.wording.date(chargedOn, 'short') : '',
    });

  protected chooseStatus(event: Event): void {
    this.status.set((event.target as HTMLSelectElement).value);
    this.selection.set([]);
  }

  protected async accept(event: Event): Promise<void> {
    const { reason = '' } = formValues(event);
    const lines = this.#open().map(({ basis, documentId, lineNo }) => ({ basis, documentId, lineNo }));
    const t = this.t();
    const isFilled = this.act.check([
      lines.length === 0 && { field: '', sentence: t.pair.chooseFirst },
      reason === '' && { field: 'accept-reason', sentence: t.reasonMissing },
    ]);
    if (!isFilled) return;
    if (await this.act.run(() => this.#send(priceDeviationsAcceptDeviations, { body: { lines, reason } })))
      this.#reload();
  }

  protected async revoke(acceptedId: string): Promise<void> {
    if (await this.act.run(() => this.#send(priceDeviationsRevokeAccepted, { acceptedId }))) this.#reload();
  }

  protected async claim(which: 'chosen' | 'all'): Promise<void> {
    const lines = this.#open().map(({ documentId, lineNo }) => ({ documentId, lineNo }));
    if (
      !this.act.check([which === 'chosen' && lines.length === 0 && { field: '', sentence: this.t().pair.chooseFirst }])
    )
      return;
    const body = { ...this.scope(), basis: this.kind(), ...(which === 'chosen' && { lines }) } as const;
    await this.act.run(async () => {
      const { id } = await this.#send(claimsDraftClaim, { body });
      await this.#router.navigate(['/claims', id]);
    });
  }

  #open(): readonly DeviationLineDto[] {
    return this.selection().filter(({ status }) => status === 'open');
  }

  #reload(): void {
    this.selection.set([]);
    this.lines.reload();
    this.summary.reload();
  }
}
