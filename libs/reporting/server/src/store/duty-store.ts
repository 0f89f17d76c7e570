import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface Duty {
  readonly id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly terms_version_id: string;
  readonly period_key: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly due_on: string;
}

/** Duties as the agreements room hands them over. */
@Injectable()
export class DutyStore {
  constructor(private readonly database: Database) {}

  /** Those of a supplier that one may know of, in no order. */
  known(ids: readonly string[], supplierId: string): Promise<{ id: string }[]> {
    return this.database.query('select id from agreements.door_duty where id = any ($1::uuid[]) and supplier_id = $2', [ids, supplierId]);
  }

  find(id: string): Promise<Duty | undefined> {
    return this.database.one<Duty>('select id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, due_on from agreements.door_duty where id = $1', [id]);
  }
}
