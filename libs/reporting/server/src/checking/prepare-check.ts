import { Injectable } from '@nestjs/common';
import { BuildCheckContext, type DutyBasis } from '@tallgrunn/agreements-server';
import { Database } from '@tallgrunn/platform';
import type { CheckContext } from '@tallgrunn/checks';
import { BookedSpend } from './booked-spend.ts';
import { DeclaredItems } from './declared-items.ts';
import { EarlierReports } from './earlier-reports.ts';
import { ExcludedCustomerStore } from '../store/excluded-customer-store.ts';
import { OpenPeriods } from '../duties/open-periods.ts';

export interface PreparedCheck extends DutyBasis {
  /** Address and packed JSON of the context. */
  readonly sha256: string;
  readonly body: Buffer;
}

/** What a report for a duty is checked against, in the browser and here alike: terms, what the agreement knows, the supplier's own earlier reports and declarations, and what buyers have booked of it. */
@Injectable()
export class PrepareCheck {
  constructor(
    private readonly build: BuildCheckContext,
    private readonly earlier: EarlierReports,
    private readonly open: OpenPeriods,
    private readonly booked: BookedSpend,
    private readonly declared: DeclaredItems,
    private readonly excluded: ExcludedCustomerStore,
    private readonly database: Database,
  ) {}

  /** Terms and context without what was reported, declared or booked. */
  basis(dutyId: string): Promise<DutyBasis> {
    return this.build.run(dutyId);
  }

  async run(dutyId: string): Promise<PreparedCheck> {
    const basis = await this.build.run(dutyId);
    const context = await this.#withKnown(dutyId, basis);
    return { ...basis, context, ...(await this.build.keep(context)) };
  }

  /** Someone who only holds an invitation has not shown who they are: they check without what was reported, declared or booked, and without prices. */
  async #withKnown(dutyId: string, { context, terms }: DutyBasis): Promise<CheckContext> {
    const { agreement, supplier, period } = context;
    if (this.database.actor().role === 'invited') return forLinkHolder(context);
    if (!agreement || !supplier || !period) return context;
    const owner = { agreementId: agreement.id, supplierId: supplier.key, before: period.start };
    const earlier = [
      ...(await this.earlier.run(owner)),
      ...(await this.earlier.beside(owner, context.otherParts)),
      ...(await this.earlier.ofBranches(dutyId)),
    ];
    const declarations = await this.declared.run(context);
    const excluded = await this.excluded.list(owner);
    return {
      ...context,
      ...(excluded.length > 0 && { excludedCustomers: { hash: excluded } }),
      earlier,
      openPeriods: await this.open.run(dutyId),
      ...(await this.booked.run(dutyId, context, terms)),
      ...(declarations && { declarations }),
    };
  }
}

/** The context as far as a file can be checked by it: without prices, the numbers of customers, and what else the supplier holds. */
function forLinkHolder({
  prices: _prices,
  priceModels: _priceModels,
  customerNumbers: _customerNumbers,
  otherAgreements: _otherAgreements,
  ...context
}: CheckContext): CheckContext {
  return context;
}
