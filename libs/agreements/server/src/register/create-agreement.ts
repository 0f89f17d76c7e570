import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, type Issue } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { ClauseStatus } from './call-off-method.ts';

export interface NewAgreement {
  readonly number: string;
  readonly title: string;
  readonly cpv?: string | null;
  readonly caseNumber?: string | null;
  readonly documentNumber?: string | null;
  /** First and last day, YYYY-MM-DD. */
  readonly startsOn: string;
  readonly endsOn?: string | null;
  readonly lots?: readonly { readonly key: string; readonly title: string }[];
  /** A supplier without lots has the whole agreement. Dates default to the agreement's own. */
  readonly suppliers: readonly {
    readonly supplierId: string;
    readonly lots?: readonly string[];
    readonly fromOn?: string;
    readonly untilOn?: string | null;
    /** Not stated unless given. */
    readonly clauseStatus?: ClauseStatus;
  }[];
  readonly buyers: readonly { readonly buyerId: string; readonly fromOn?: string; readonly untilOn?: string | null }[];
}

/** Creates an agreement with its lots, suppliers and participating buyers. */
@Injectable()
export class CreateAgreement {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(agreement: NewAgreement): Promise<{ id: string; lots: Record<string, string> }> {
    await this.#validate(agreement);
    const id = uuidv7(this.clock.now());
    const { number, title, cpv, startsOn, endsOn, caseNumber, documentNumber } = agreement;
    await this.database.query(
      'insert into agreements.agreement (id, number, title, cpv, starts_on, ends_on, created_at, case_number, document_number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        id,
        number,
        title,
        cpv ?? null,
        startsOn,
        endsOn ?? null,
        this.clock.now(),
        caseNumber ?? null,
        documentNumber ?? null,
      ],
    );
    const lots = await this.#addLots(id, agreement);
    await this.#addSuppliers(id, agreement, lots);
    for (const buyer of agreement.buyers) {
      await this.database.query(
        'insert into agreements.participation (agreement_id, buyer_id, valid_from, valid_to) values ($1, $2, $3, $4)',
        [id, buyer.buyerId, buyer.fromOn ?? startsOn, buyer.untilOn ?? endsOn ?? null],
      );
    }
    await this.audit.record({
      act: 'agreement.created',
      subject: { kind: 'agreement', id },
      details: { number, title },
    });
    return { id, lots };
  }

  async #validate({ number, caseNumber, startsOn, endsOn, lots = [], suppliers, buyers }: NewAgreement): Promise<void> {
    const issues: Issue[] = [];
    const known = await this.database.query<{ id: string; kind: string }>(
      'select id, kind from identity.door_current_organisation where id = any ($1)',
      [[...suppliers.map((each) => each.supplierId), ...buyers.map((each) => each.buyerId)]],
    );
    const kinds = new Map(known.map((row) => [row.id, row.kind]));
    const keys = new Set(lots.map(({ key }) => key));
    if (endsOn && endsOn < startsOn)
      issues.push({ code: 'ends-before-it-starts', path: 'endsOn', params: { found: endsOn, expected: startsOn } });
    if (keys.size < lots.length) issues.push({ code: 'lot-repeated', path: 'lots' });
    suppliers.forEach(({ supplierId, lots: lotKeys = [] }, at) => {
      if (kinds.get(supplierId) !== 'supplier')
        issues.push({ code: 'supplier-unknown', path: `suppliers.${at}`, params: { found: supplierId } });
      for (const key of lotKeys)
        if (!keys.has(key))
          issues.push({
            code: 'lot-unknown',
            path: `suppliers.${at}.lots`,
            params: { found: key, expected: [...keys].join(', ') },
          });
    });
    buyers.forEach(({ buyerId }, at) => {
      if (kinds.get(buyerId) !== 'buyer')
        issues.push({ code: 'buyer-unknown', path: `buyers.${at}`, params: { found: buyerId } });
    });
    if (await this.database.one('select 1 from agreements.agreement where number = $1', [number]))
      issues.push({ code: 'agreement-number-taken', path: 'number', params: { found: number } });
    const sameCase = caseNumber
      ? await this.database.one<{ number: string }>('select number from agreements.agreement where case_number = $1', [
          caseNumber,
        ])
      : undefined;
    if (sameCase)
      issues.push({
        code: 'case-number-taken',
        path: 'caseNumber',
        params: { found: caseNumber, expected: sameCase.number },
      });
    if (issues.length > 0) throw new Problem(422, 'agreement-invalid', { number }, issues);
  }

  async #addLots(agreementId: string, { lots = [] }: NewAgreement): Promise<Record<string, string>> {
    const ids: Record<string, string> = {};
    for (const { key, title } of lots) {
      const id = uuidv7(this.clock.now());
      ids[key] = id;
      await this.database.query('insert into agreements.lot (id, agreement_id, key, title) values ($1, $2, $3, $4)', [
        id,
        agreementId,
        key,
        title,
      ]);
    }
    return ids;
  }

  async #addSuppliers(
    agreementId: string,
    { suppliers, startsOn, endsOn }: NewAgreement,
    lots: Record<string, string>,
  ): Promise<void> {
    for (const { supplierId, lots: lotKeys = [], fromOn, untilOn, clauseStatus } of suppliers) {
      for (const lotId of lotKeys.length > 0 ? lotKeys.map((key) => lots[key] ?? null) : [null]) {
        await this.database.query(
          'insert into agreements.agreement_supplier (id, agreement_id, supplier_id, lot_id, valid_from, valid_to, reporting_clause_status, reporting_clause_status_on) values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz::date)',
          [
            uuidv7(this.clock.now()),
            agreementId,
            supplierId,
            lotId,
            fromOn ?? startsOn,
            untilOn ?? endsOn ?? null,
            clauseStatus ?? 'not-stated',
            clauseStatus ? this.clock.now() : null,
          ],
        );
      }
    }
  }
}
