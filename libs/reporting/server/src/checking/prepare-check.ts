import { Injectable } from '@nestjs/common';
import { BuildCheckContext, type ObligationBasis } from '@tallgrunn/agreements-server';
import { Database } from '@tallgrunn/platform';
import type { CheckContext } from '@tallgrunn/checks';
import { BookedSpend } from './booked-spend.ts';
import { DeclaredItems } from './declared-items.ts';
import { EarlierReports } from './earlier-reports.ts';
import { ExcludedCustomerStore } from '../store/excluded-customer-store.ts';
import { ListOpenPeriods } from '../obligations/open-periods.ts';

export interface PreparedCheck extends ObligationBasis {
  /** SHA-256 address and compressed JSON of the context. */
  readonly sha256: string;
  readonly body: Buffer;
}

/**
 * Prepares the data a report is checked against, in the browser and on the server alike: the terms, the agreement's
 * data, the supplier's earlier reports and declarations, and the spend that buyers have booked.
 */
@Injectable()
export class PrepareCheck {
  constructor(
    private readonly build: BuildCheckContext,
    private readonly earlier: EarlierReports,
    private readonly open: ListOpenPeriods,
    private readonly booked: BookedSpend,
    private readonly declared: DeclaredItems,
    private readonly excluded: ExcludedCustomerStore,
    private readonly database: Database,
  ) {}

  /** Returns the terms and the context without reported, declared or booked data. */
  basis(obligationId: string): Promise<ObligationBasis> {
    return this.build.run(obligationId);
  }

  async run(obligationId: string): Promise<PreparedCheck> {
    const basis = await this.build.run(obligationId);
    const context = await this.#withExisting(obligationId, basis);
    return { ...basis, context, ...(await this.build.store(context)) };
  }

  /**
   * Adds reported, declared and booked data. A user with only an invitation is not authenticated and gets none of
   * these, nor prices.
   */
  async #withExisting(obligationId: string, { context, terms }: ObligationBasis): Promise<CheckContext> {
    const { agreement, supplier, period } = context;
    if (this.database.actor().role === 'invited') return forLinkHolder(context);
    if (!agreement || !supplier || !period) return context;
    const owner = { agreementId: agreement.id, supplierId: supplier.key, before: period.start };
    const earlier = [
      ...(await this.earlier.run(owner)),
      ...(await this.earlier.ofSamePeriod(owner, context.otherParts)),
      ...(await this.earlier.ofBranches(obligationId)),
    ];
    const declarations = await this.declared.run(context);
    const excluded = await this.excluded.list(owner);
    return {
      ...context,
      ...(excluded.length > 0 && { excludedCustomers: { hash: excluded } }),
      earlier,
      openPeriods: await this.open.run(obligationId),
      ...(await this.booked.run(obligationId, context, terms)),
      ...(declarations && { declarations }),
    };
  }
}

/**
 * Removes prices, customer numbers and the supplier's other agreements from a context; a file can be checked without
 * them.
 */
function forLinkHolder({
  prices: _prices,
  priceModels: _priceModels,
  customerNumbers: _customerNumbers,
  otherAgreements: _otherAgreements,
  ...context
}: CheckContext): CheckContext {
  return context;
}
