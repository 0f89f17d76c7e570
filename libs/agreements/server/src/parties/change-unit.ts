import { Injectable } from '@nestjs/common';
import { tidy } from './add-unit.ts';
import { laidOver, PartyRecord } from './party-record.ts';
import { UnitRow, type Unit } from './unit-row.ts';

/** Changes or ends a site of a buyer; the audit log has the previous values. Changes only the given fields. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly record: PartyRecord,
    private readonly units: UnitRow,
  ) {}

  async run(buyerId: string, unitId: string, change: Partial<Unit>): Promise<void> {
    await this.record.require(buyerId, 'buyer');
    const before = await this.units.read(buyerId, unitId);
    const number =
      change.orgNumber === undefined || change.orgNumber === before.orgNumber
        ? before.orgNumber
        : await this.record.readNumber(change.orgNumber);
    const next = tidy(laidOver(before, { ...change, orgNumber: number }));
    await this.units.requireFit(buyerId, next, unitId);
    await this.units.write(buyerId, unitId, next);
    await this.record.changed(buyerId, 'unit', { id: unitId, ...before }, { id: unitId, ...next });
  }
}
