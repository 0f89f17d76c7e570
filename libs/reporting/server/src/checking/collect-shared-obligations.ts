import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { SplitObligation } from '@tallgrunn/checks';
import type { CheckRequest } from './check-request.ts';
import { PrepareCheck } from './prepare-check.ts';
import type { Version } from '../store/version-store.ts';

interface NamedObligation {
  readonly id: string;
  readonly lots: readonly string[];
  readonly number: string;
  readonly part_name: string | null;
  readonly part_org_number: string | null;
}

/**
 * Collects the obligations of the same supplier that a file is divided among, with the names and numbers that identify
 * each. The browser's own division is never used.
 */
@Injectable()
export class CollectSharedObligations {
  constructor(
    private readonly database: Database,
    private readonly prepare: PrepareCheck,
  ) {}

  async run({
    obligation_id,
    supplier_id,
    answers,
  }: Pick<Version, 'obligation_id' | 'supplier_id' | 'answers'>): Promise<CheckRequest['together']> {
    if (!answers.together) return undefined;
    const rows = await this.database.query<NamedObligation & Record<string, unknown>>(
      `select d.id, d.lots, a.number, d.part_name, d.part_org_number from agreements.door_reporting_obligation d
       join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
       where d.supplier_id = $1 and d.id = any ($2::uuid[]) order by array_position($2::uuid[], d.id)`,
      [supplier_id, answers.together],
    );
    const obligations: SplitObligation[] = [];
    for (const { id, lots, number, part_name, part_org_number } of rows) {
      const { terms, context } = await this.prepare.basis(id);
      obligations.push({
        id,
        terms,
        context,
        lots,
        agreementNumber: number,
        ...(part_name !== null && { part: { name: part_name, orgNumber: part_org_number } }),
      });
    }
    return { obligationId: obligation_id, obligations };
  }
}
