import type { Scenario, Span } from '../setting/scenario.ts';
import { quarterOf } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import { DeliveryGenerator, type Delivery } from './deliveries.ts';
import { InvoiceGenerator, type Invoice } from './invoices.ts';
import { VoucherGenerator, type Voucher } from './vouchers.ts';

/** The true events of one span. Every file of the world is one view of them. */
export interface Chapter {
  scenario: Scenario;
  span: Span;
  deliveries: Delivery[];
  /** Deliveries of the previous span. Suppliers sometimes report them a second time. */
  before: Delivery[];
  invoices: Invoice[];
  /** Vouchers of this span's invoices and purchases. Some are booked in a later quarter. */
  vouchers: Voucher[];
  voucherOf: Map<Invoice, Voucher>;
  /** Invoices that are in an archive as e-invoices. */
  eInvoices: Set<Invoice>;
}

/** Generates the true events, span by span. Memory: only state that continues into the next span. */
export class HistoryGenerator {
  private readonly scenario: Scenario;
  private readonly deliveries: DeliveryGenerator;
  private readonly invoices: InvoiceGenerator;
  private readonly vouchers: VoucherGenerator;
  private readonly archiving: Rng;
  private before: Delivery[] = [];

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.deliveries = new DeliveryGenerator(scenario);
    this.invoices = new InvoiceGenerator(scenario);
    this.vouchers = new VoucherGenerator(scenario);
    this.archiving = randomStream(scenario.seed, 'e-invoices');
  }

  next(span: Span): Chapter {
    const { scenario, before } = this;
    const deliveries = this.deliveries.next(span);
    const invoices = this.invoices.next(deliveries);
    const vouchers = this.vouchers.next(
      span.months.filter((month) => month <= scenario.lastMonth),
      invoices,
      deliveries,
    );
    const voucherOf = new Map(
      vouchers.flatMap((voucher) => (voucher.invoice ? [[voucher.invoice, voucher] as const] : [])),
    );
    const eInvoices = new Set(
      vouchers
        .filter((voucher) => this.isArchived(voucher, this.archiving.next()))
        .map((voucher) => voucher.invoice as Invoice),
    );
    this.before = deliveries;
    return { scenario, span, deliveries, before, invoices, vouchers, voucherOf, eInvoices };
  }

  private isArchived({ invoice, municipality, period }: Voucher, chance: number): boolean {
    if (!invoice || period > this.scenario.lastMonth || period < this.scenario.firstMonth) return false;
    return (
      this.scenario.story.isLedgerMissing(municipality.number, quarterOf(`${period}-01`)) ||
      chance < municipality.eInvoiceShare
    );
  }
}

/** Returns the only chapter of a world with a single span. */
export function generateChapter(scenario: Scenario): Chapter {
  return new HistoryGenerator(scenario).next(scenario.spans[0] as Span);
}
