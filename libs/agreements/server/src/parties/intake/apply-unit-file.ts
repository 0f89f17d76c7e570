import { Injectable } from '@nestjs/common';
import { AuditTrail, type SpooledFile } from '@tallgrunn/platform';
import { AddUnit } from '../add-unit.ts';
import { ChangeUnit } from '../change-unit.ts';
import { TeachCustomerNumber } from '../teach-customer-number.ts';
import { PlanUnitFile } from './plan-unit-file.ts';
import type { UnitFilePlan } from './plan-rows.ts';

/** Imports a list of sites: stores every row that is not excluded, as if entered manually. */
@Injectable()
export class ApplyUnitFile {
  constructor(
    private readonly plan: PlanUnitFile,
    private readonly add: AddUnit,
    private readonly change: ChangeUnit,
    private readonly numbers: TeachCustomerNumber,
    private readonly audit: AuditTrail,
  ) {}

  async run(partyId: string, file: SpooledFile): Promise<UnitFilePlan> {
    const plan = await this.plan.run(partyId, file);
    const ids = await this.#units(plan);
    for (const { supplierId, number, buyerId, unit, fromOn, untilOn } of plan.numbers) {
      await this.numbers.run(
        supplierId,
        { number, buyerId, siteId: unit && ids.get(unit), fromOn, untilOn },
        'imported',
      );
    }
    const leftOut = plan.rows.filter(({ state }) => state === 'left-out').length;
    await this.audit.record({
      act: 'party.unit-file-applied',
      subject: { kind: 'organisation', id: partyId },
      details: { sha256: file.sha256, units: plan.units.length, numbers: plan.numbers.length, leftOut },
    });
    return plan;
  }

  /** Stores every site first and the parents afterwards, because a parent may occur further down in the file. */
  async #units({ units, known }: UnitFilePlan): Promise<Map<string, string>> {
    const ids = new Map(known);
    for (const { key, buyerId, id, next } of units) {
      if (id !== null) await this.change.run(buyerId, id, next);
      ids.set(key, id ?? (await this.add.run(buyerId, next)).id);
    }
    for (const { key, buyerId, parent } of units) {
      const parentId = parent && ids.get(parent);
      if (parentId) await this.change.run(buyerId, ids.get(key) ?? '', { parentId });
    }
    return ids;
  }
}
