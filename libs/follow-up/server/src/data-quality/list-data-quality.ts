import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { dayAfterPeriod, firstDayOf, sheetPeriod, type SheetPeriod } from '../meeting-sheets/sheet-period.ts';
import { ReadQuality } from '../supplier-page/read-quality.ts';
import { rateQuality, reachedLevels, type RatedQuality } from './quality-levels.ts';

export interface SupplierDataQuality extends RatedQuality {
  readonly supplier: { readonly id: string; readonly name: string };
}

export interface DataQualityList {
  /** Months in which the reports were submitted, both included. */
  readonly period: SheetPeriod;
  /** The best first: by level, then by errors per 1,000 lines. Unknown levels last. */
  readonly items: readonly SupplierDataQuality[];
}

/** Period and scope of a list. Without an agreement: reports of all agreements. */
export interface DataQualityFilter extends Partial<SheetPeriod> {
  readonly agreementId?: string;
}

/**
 * Lists suppliers by the quality of the reports they submitted in a period. A supplier sees itself only. Without a
 * period: the twelve months before this one.
 */
@Injectable()
export class ListDataQuality {
  constructor(
    private readonly quality: ReadQuality,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'period-reversed', 'period-too-long' (422) */
  async run({ agreementId, ...wanted }: DataQualityFilter, supplierId?: string): Promise<DataQualityList> {
    const period = sheetPeriod(wanted, osloDate(this.clock.now()));
    const rows = await this.quality.bySupplier({
      from: firstDayOf(period),
      until: dayAfterPeriod(period),
      ...(supplierId && { supplierId }),
      ...(agreementId && { agreementId }),
    });
    const names = await this.#names(rows.map((row) => row.supplierId));
    const items = rows.map((row) => ({
      supplier: { id: row.supplierId, name: names.get(row.supplierId) ?? '' },
      ...rateQuality(row),
    }));
    return { period, items: items.toSorted(byQuality) };
  }

  /** @throws Problem 'not-found' (404) for a supplier that submitted nothing or that the actor may not see */
  async one(supplierId: string, filter: DataQualityFilter): Promise<SupplierDataQuality & { period: SheetPeriod }> {
    const { period, items } = await this.run(filter, supplierId);
    const [quality] = items;
    if (!quality) throw notFound('supplier');
    return { ...quality, period };
  }

  async #names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      'select o.id, o.name from identity.door_organisation o where o.id = any ($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const errorsOf = ({ levels }: RatedQuality): number => levels.reduce((sum, { errorCount }) => sum + errorCount, 0);
const rankOf = ({ level }: RatedQuality): number => (level === null ? -1 : reachedLevels.indexOf(level));

function byQuality(one: SupplierDataQuality, other: SupplierDataQuality): number {
  return (
    rankOf(other) - rankOf(one) ||
    errorsOf(one) / Math.max(one.lines, 1) - errorsOf(other) / Math.max(other.lines, 1) ||
    one.supplier.name.localeCompare(other.supplier.name, 'nb')
  );
}
