import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { ApplyImportedAgreement } from './apply-draft.ts';
import { findNewParties } from './new-parties.ts';
import { PlanImport } from './plan-import.ts';

export interface AppliedImport {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly suppliers: number;
  readonly buyers: number;
}

/**
 * Applies an import in one transaction.
 * @throws Problem 'import-closed' (409) when it is applied or discarded; 'import-columns-unknown' (422) when
 * a column is missing; 'import-questions-open' (409) with the number of open questions
 */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly plan: PlanImport,
    private readonly draft: ApplyImportedAgreement,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(importId: string): Promise<AppliedImport> {
    const row = await this.plan.row(importId, { hold: true });
    if (row.state !== 'asked') throw new Problem(409, 'import-closed', { state: row.state });
    const { compared, questions, missing } = await this.plan.run(row);
    if (missing.length > 0)
      throw new Problem(
        422,
        'import-columns-unknown',
        {},
        missing.map((field) => ({ code: 'column-missing', path: field })),
      );
    const open = questions.filter(({ answer }) => answer === null).length;
    if (open > 0) throw new Problem(409, 'import-questions-open', { count: open });
    const fresh = findNewParties(compared.map(({ draft }) => draft));
    const ids = new Map<string, string>();
    for (const { kind, party } of fresh) ids.set(`${kind}|${party.key}`, await this.draft.addParty(kind, party));
    for (const each of compared) await this.draft.run(each, ids);
    const count = (state: string) => compared.filter((each) => each.state === state).length;
    const counts: AppliedImport = {
      created: count('new'),
      changed: count('changed'),
      same: count('same'),
      suppliers: fresh.filter(({ kind }) => kind === 'supplier').length,
      buyers: fresh.filter(({ kind }) => kind === 'buyer').length,
    };
    await this.database.query(
      `update agreements.agreement_import set state = 'applied', applied_at = $2, counts = $3 where id = $1`,
      [importId, this.clock.now(), JSON.stringify(counts)],
    );
    await this.audit.record({
      act: 'agreement-import.applied',
      subject: { kind: 'agreement-import', id: importId },
      details: { ...counts, questions: questions.length },
    });
    return counts;
  }
}
