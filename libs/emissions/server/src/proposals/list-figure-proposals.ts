import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** A proposal of official figures that awaits approval. */
export interface FigureProposal {
  readonly id: string;
  readonly kind: 'publication' | 'sealed-figures';
  readonly run: number | null;
  readonly caseNumber: string | null;
  /** Description of the published scope, or the source of the external figures. */
  readonly description: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly buyers: readonly string[] | null;
  readonly categories: readonly string[] | null;
  /** The external figures; null for a publication. */
  readonly figures:
    | readonly {
        readonly year: number;
        readonly buyer: string | null;
        readonly category: string | null;
        readonly kg: string;
      }[]
    | null;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  /** The current user proposed it and may withdraw it. */
  readonly isOwn: boolean;
  /** The current user is independent of the proposer and may decide. */
  readonly mayDecide: boolean;
}

/** Returns the proposals of official figures that await approval, oldest first, at most 200. */
@Injectable()
export class ListFigureProposals {
  constructor(private readonly database: Database) {}

  run(): Promise<FigureProposal[]> {
    return this.database.query<FigureProposal & Record<string, unknown>>(
      `select p.id, p.kind, (p.document ->> 'run')::int as run, p.document ->> 'caseNumber' as "caseNumber", coalesce(p.document ->> 'scope', p.document ->> 'source') as description,
         p.document ->> 'from' as "from", p.document ->> 'to' as "to",
         case when jsonb_typeof(p.document -> 'buyerIds') = 'array' then (
           select jsonb_agg(coalesce(o.name, b.id) order by o.name) from jsonb_array_elements_text(p.document -> 'buyerIds') as b (id) left join identity.door_organisation o on o.id = b.id::uuid
         ) end as buyers,
         case when jsonb_typeof(p.document -> 'categories') = 'array' then p.document -> 'categories' end as categories,
         case when p.kind = 'sealed-figures' then (
           select jsonb_agg(jsonb_build_object('year', (f.figure ->> 'year')::int, 'buyer', o.name, 'category', f.figure ->> 'category', 'kg', f.figure ->> 'kg') order by f.at)
           from jsonb_array_elements(p.document -> 'figures') with ordinality as f (figure, at) left join identity.door_organisation o on o.id = (f.figure ->> 'buyerId')::uuid
         ) end as figures,
         n.name as "proposedBy", p.proposed_at as "proposedAt", p.proposed_by = platform.person() as "isOwn",
         p.proposed_by <> platform.person()
           and not exists (select from identity.door_inviter_relation r where r.person_id = platform.person() and r.related_person_id = p.proposed_by) as "mayDecide"
       from emissions.figure_proposal p
       left join identity.door_person n on n.id = p.proposed_by
       where p.state = 'proposed' order by p.id limit 200`,
    );
  }
}
