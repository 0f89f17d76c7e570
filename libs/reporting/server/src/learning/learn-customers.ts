import { Injectable } from '@nestjs/common';
import { AddBuyerAliases } from '@tallgrunn/agreements-server';
import { subjectOf } from '@tallgrunn/checks';
import { Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { RememberedAnswerStore } from '../store/remembered-answer-store.ts';

const TEXT_CHARACTERS_MAX = 200;
const NAMES_MAX = 200;

/**
 * Learns the customer names and numbers that a supplier has resolved, when its report is accepted, for all its later
 * reports. An answer is learned only when lines of the report use it for that customer and the supplier has not revoked
 * it since.
 */
@Injectable()
@OnDomainEvent('reporting.version-accepted', { yieldsSeconds: 300 })
export class LearnCustomers {
  constructor(
    private readonly database: Database,
    private readonly teach: AddBuyerAliases,
    private readonly answers: RememberedAnswerStore,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const resolvedNames = await this.database.query<{
      supplierId: string;
      agreementId: string;
      text: string;
      buyerId: string;
    }>(
      `select distinct on (trim(p.patch ->> 'text')) v.supplier_id as "supplierId", v.agreement_id as "agreementId", trim(p.patch ->> 'text') as text, o.id as "buyerId"
       from reporting.report_version v
       cross join lateral jsonb_array_elements(v.answers -> 'patches') with ordinality as p (patch, at)
       join identity.door_organisation o on o.cooperative_id = v.cooperative_id and o.kind = 'buyer' and o.id::text = p.patch ->> 'buyer'
       where v.id = $1 and p.patch ->> 'set' = 'buyer' and length(trim(p.patch ->> 'text')) between 1 and $2
         and exists (select 1 from reporting.report_line l where l.cooperative_id = v.cooperative_id and l.version_id = v.id and l.buyer_id = o.id and l.buyer_as_written = trim(p.patch ->> 'text'))
       order by trim(p.patch ->> 'text'), p.at desc
       limit $3`,
      [subjectId, TEXT_CHARACTERS_MAX, NAMES_MAX],
    );
    const takenBack = resolvedNames[0] && (await this.answers.revokedSubjects(resolvedNames[0]));
    for (const { supplierId, text, buyerId } of resolvedNames)
      if (!takenBack?.has(subjectOf({ set: 'buyer', text })))
        await this.teach.addAlias(supplierId, text, buyerId, { origin: 'decided' });
  }
}
