import { Injectable } from '@nestjs/common';
import { CreateObligations, MoveObligation } from '@tallgrunn/agreements-server';
import { OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { ListObligations, type ObligationView } from '@tallgrunn/reporting-server';

interface SupplierTransferred {
  readonly intoId: string;
  readonly day: string;
  readonly agreementIds: readonly string[];
}

/**
 * After a supplier has taken over from another, moves the reports of periods from the day on that nobody has submitted.
 * A report stays with the predecessor when either of them has submitted for the period.
 */
@Injectable()
@OnDomainEvent('agreements.supplier-transferred')
export class MoveOpenReports {
  constructor(
    private readonly obligations: ListObligations,
    private readonly move: MoveObligation,
    private readonly create: CreateObligations,
  ) {}

  async run({ subjectId: fromId, payload }: DomainEvent<SupplierTransferred>): Promise<void> {
    const { intoId, day, agreementIds } = payload;
    for (const agreementId of agreementIds) {
      const [theirs, own] = await Promise.all(
        [fromId, intoId].map((supplierId) => this.obligations.run({ agreementId, supplierId })),
      );
      for (const obligation of theirs ?? []) {
        if (!isUnsubmitted(obligation) || obligation.period.start < day) continue;
        const same = (own ?? []).find((each) => isSamePeriod(each, obligation));
        if (same === undefined || isUnsubmitted(same)) await this.move.run(obligation.id, same?.id ?? null);
      }
    }
    await this.create.run();
  }
}

const isUnsubmitted = ({ version, exemptReason }: ObligationView): boolean => version === null && exemptReason === null;
const isSamePeriod = (one: ObligationView, other: ObligationView): boolean =>
  one.part === null &&
  other.part === null &&
  one.report.key === other.report.key &&
  one.period.key === other.period.key &&
  one.period.start === other.period.start;
