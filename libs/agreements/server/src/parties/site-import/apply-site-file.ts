import { Injectable } from '@nestjs/common';
import { AuditLog, type SpooledFile } from '@tallgrunn/platform';
import { AddSite } from '../add-site.ts';
import { ChangeSite } from '../change-site.ts';
import { AddCustomerNumber } from '../add-customer-number.ts';
import { PlanSiteFile } from './plan-site-file.ts';
import type { SiteFilePlan } from './plan-rows.ts';

/** Imports a list of sites: stores every row that is not excluded, as if entered manually. */
@Injectable()
export class ApplySiteFile {
  constructor(
    private readonly plan: PlanSiteFile,
    private readonly add: AddSite,
    private readonly change: ChangeSite,
    private readonly numbers: AddCustomerNumber,
    private readonly audit: AuditLog,
  ) {}

  async run(partyId: string, file: SpooledFile): Promise<SiteFilePlan> {
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
      act: 'site-import.applied',
      subject: { kind: 'organisation', id: partyId },
      details: { sha256: file.sha256, units: plan.units.length, numbers: plan.numbers.length, leftOut },
    });
    return plan;
  }

  /** Stores every site first and the parents afterwards, because a parent may occur further down in the file. */
  async #units({ units, known }: SiteFilePlan): Promise<Map<string, string>> {
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
