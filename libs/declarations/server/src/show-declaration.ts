import { Injectable } from '@nestjs/common';
import type { EpdFacts, FormatFinding } from '@tallgrunn/formats';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { AttachmentRow } from './add-attachment.ts';
import { readDeclaredFacts, type DeclaredFacts } from './checklist/declared-facts.ts';
import { assessFootprint } from './checklist/assess-footprint.ts';
import { recommendationOf, type ReviewOutcome, type ChecklistItem } from './checklist/checklist-item.ts';

/** One footprint as its publisher states it, and whether it can be used today. Decimals are text. */
export interface FootprintView {
  readonly id: string;
  readonly position: number;
  readonly publisherId: string;
  readonly product: string | null;
  readonly company: string | null;
  readonly gtins: readonly string[];
  readonly declaredUnit: string | null;
  readonly declaredAmount: string | null;
  readonly pcfExcluding: string | null;
  readonly pcfIncluding: string | null;
  readonly perUnit: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validityAssumed: boolean;
  readonly verified: boolean;
  readonly standing: 'usable' | 'expired' | 'not-yet' | 'deprecated' | 'incomplete';
  readonly items: readonly {
    readonly number: string;
    readonly how: string;
    readonly evidence: string;
    readonly waits: boolean;
  }[];
  readonly points: readonly ChecklistItem[];
  /** Recommendation of the checklist; a user makes the decision. */
  readonly advice: ReviewOutcome;
  readonly decision: {
    readonly verdict: ReviewOutcome;
    readonly reason: string;
    readonly by: string | null;
    readonly at: Date;
  } | null;
  readonly epd: Pick<EpdFacts, 'standard' | 'registrationNumber' | 'operator' | 'modules'> | null;
}

export interface DeclarationView {
  readonly id: string;
  readonly number: string;
  readonly supplierId: string;
  readonly supplier: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly format: 'pact' | 'ilcd-epd';
  readonly findings: readonly FormatFinding[];
  readonly evidence: readonly AttachmentRow[];
  readonly footprints: readonly FootprintView[];
}

/**
 * Returns a declaration with its findings, its attachments and its footprints. Each footprint has its checklist, its
 * linked items and its latest review.
 */
@Injectable()
export class ShowDeclaration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<DeclarationView> {
    const declaration = await this.database.one<Omit<DeclarationView, 'footprints' | 'evidence'>>(
      `select d.id, d.number, d.supplier_id as "supplierId", o.name as supplier, d.file_name as "fileName", d.file_sha256 as sha256, d.received_at as "receivedAt", d.format, d.findings
       from declarations.declaration d
       left join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
       where d.id = $1`,
      [id],
    );
    if (!declaration) throw notFound('declaration');
    const today = osloDate(this.clock.now());
    const declared = await readDeclaredFacts(this.database, { declarationId: id, today });
    return {
      ...declaration,
      evidence: await this.#evidence(id),
      footprints: declared.map((facts) => toFootprintView(facts, today)),
    };
  }

  #evidence(id: string): Promise<AttachmentRow[]> {
    return this.database.query<AttachmentRow & Record<string, unknown>>(
      'select id, file_name as "fileName", size_bytes::int as "sizeBytes", file_sha256 as sha256, added_at as "addedAt" from declarations.attachment where declaration_id = $1 order by id',
      [id],
    );
  }
}

function toFootprintView(facts: DeclaredFacts, today: string): FootprintView {
  const {
    id,
    position,
    publisherId,
    product,
    company,
    gtins,
    declaredUnit,
    declaredAmount,
    pcfExcluding,
    pcfIncluding,
    perUnit,
    validFrom,
    validTo,
    validityAssumed,
    verified,
    document,
    items,
  } = facts;
  const points = assessFootprint(facts, today);
  return {
    ...{
      id,
      position,
      publisherId,
      product,
      company,
      gtins,
      declaredUnit,
      declaredAmount,
      pcfExcluding,
      pcfIncluding,
      perUnit,
      validFrom,
      validTo,
      validityAssumed,
      verified,
    },
    standing: footprintStatus(facts, today),
    items: items.map(({ number, how, evidence, waits }) => ({ number, how, evidence, waits })),
    points,
    advice: recommendationOf(points),
    decision: latestReview(facts),
    epd: document.epd
      ? {
          standard: document.epd.standard,
          registrationNumber: document.epd.registrationNumber,
          operator: document.epd.operator,
          modules: document.epd.modules,
        }
      : null,
  };
}

function footprintStatus(
  { status, perUnit, declaredUnit, validFrom, validTo }: DeclaredFacts,
  today: string,
): FootprintView['standing'] {
  if (status === 'Deprecated') return 'deprecated';
  if (perUnit === null || perUnit.startsWith('-') || declaredUnit === null || validFrom === null || validTo === null)
    return 'incomplete';
  return validTo < today ? 'expired' : validFrom > today ? 'not-yet' : 'usable';
}

function latestReview({ verdict, reason, decidedBy, decidedAt }: DeclaredFacts): FootprintView['decision'] {
  return verdict === null || decidedAt === null
    ? null
    : { verdict, reason: reason ?? '', by: decidedBy, at: decidedAt };
}
