import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { usualReport, type CheckContext, type Terms } from '@tallgrunn/checks';
import { ReadBooked } from '@tallgrunn/spend-server';

type Booked = Pick<CheckContext, 'booked' | 'bookedInvoices'>;

interface DutyScope {
  readonly report: string;
  readonly is_part: boolean;
  readonly part_org_number: string | null;
  /** Another report of the agreement for the same days: what is booked may be that one's. */
  readonly shared: boolean;
}

/** What the buyers have booked of a supplier for the period of a duty, as the checks read it. */
@Injectable()
export class BookedSpend {
  constructor(
    private readonly database: Database,
    private readonly read: ReadBooked,
  ) {}

  /** Nothing where it cannot be told what of it this report should hold: several reports for the same days, or a branch without a number of its own. */
  async run(dutyId: string, { agreement, supplier, period, buyers }: CheckContext, { currency }: Pick<Terms, 'currency'>): Promise<Booked> {
    const scope = await this.#scope(dutyId);
    if (!agreement || !supplier || !period || !buyers || !scope || scope.shared || scope.report !== usualReport || (scope.is_part && scope.part_org_number === null)) return {};
    const found = await this.read.run({ supplierId: supplier.key, agreementId: agreement.id, start: period.start, end: period.end, currency, sellerNumber: scope.part_org_number });
    if (!found) return {};
    const at = new Map(buyers.key.map((key, index) => [key, index]));
    const sums = found.sums.filter(({ buyerId }) => at.has(buyerId));
    const invoices = found.invoices.filter(({ buyerId }) => at.has(buyerId));
    const hosted = await this.#hosted(at);
    return {
      booked: {
        buyer: sums.map(({ buyerId }) => at.get(buyerId)!), amount: sums.map(({ amount }) => amount), invoices: sums.map((row) => row.invoices), until: sums.map(({ until }) => until),
        also: sums.map(({ buyerId }) => hosted.get(buyerId) ?? []),
      },
      bookedInvoices: { buyer: invoices.map(({ buyerId }) => at.get(buyerId)!), number: invoices.map(({ number }) => number), on: invoices.map(({ on }) => on), amount: invoices.map(({ amount }) => amount) },
    };
  }

  #scope(dutyId: string): Promise<DutyScope | undefined> {
    return this.database.one<DutyScope>(
      `select d.report, d.part_of is not null as is_part, d.part_org_number,
         exists (
           select 1 from agreements.door_duty e
           where e.cooperative_id = d.cooperative_id and e.agreement_id = d.agreement_id and e.supplier_id = d.supplier_id and e.report <> d.report
             and e.exempt_reason is null and e.period_start < d.period_end and e.period_end > d.period_start) as shared
       from agreements.door_duty d where d.id = $1`,
      [dutyId],
    );
  }

  /** Bodies whose books a municipality keeps, by that municipality. */
  async #hosted(at: ReadonlyMap<string, number>): Promise<Map<string, number[]>> {
    const rows = await this.database.query<{ host: string; body: string }>('select host_id as host, buyer_id as body from agreements.door_buyer_body where host_id = any ($1) and buyer_id = any ($1) order by buyer_id', [[...at.keys()]]);
    const byHost = new Map<string, number[]>();
    for (const { host, body } of rows) byHost.set(host, [...(byHost.get(host) ?? []), at.get(body)!]);
    return byHost;
  }
}
