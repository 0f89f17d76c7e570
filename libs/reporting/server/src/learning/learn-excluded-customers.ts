import { Injectable } from '@nestjs/common';
import { OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { ExcludedCustomerStore } from '../store/excluded-customer-store.ts';
import { VersionStore } from '../store/version-store.ts';

/**
 * Learns the customers that a supplier marked as outside the cooperative, for its later reports of the same agreement.
 * They are learned on submission: the question concerns the supplier's own customers, so the answer needs no approval.
 */
@Injectable()
@OnDomainEvent('reporting.version-submitted', { yieldsSeconds: 300 })
export class LearnExcludedCustomers {
  constructor(
    private readonly versions: VersionStore,
    private readonly customers: ExcludedCustomerStore,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const version = await this.versions.find(subjectId);
    const { excludedCustomers = [], includedCustomers = [] } = version?.answers ?? {};
    if (!version || (excludedCustomers.length === 0 && includedCustomers.length === 0)) return;
    await this.customers.save(
      { supplierId: version.supplier_id, agreementId: version.agreement_id },
      { excluded: excludedCustomers, included: includedCustomers },
    );
  }
}
