import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, Problem, notFound, type Issue } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

export const mappingSystems = ['unspsc', 'cpv', 'kostra', 'ns4102', 'dfo', 'item'] as const;
export type MappingSystem = (typeof mappingSystems)[number];

/** A correction of the meaning of codes, accounts or items by a person. */
export interface MappingCorrectionInput {
  readonly system: MappingSystem;
  /** Prefixes of CPV or UNSPSC codes, accounts, or `supplier:number`. */
  readonly codes: readonly string[];
  readonly category: string | null;
  /** A product group, for items and complete UNSPSC codes. It determines the category. */
  readonly product: string | null;
  readonly reason: string;
}

/**
 * Format of codes per system: UNSPSC and CPV codes have up to eight digits, accounts follow the chart, items have a
 * supplier id and number.
 */
const codePatterns: Record<MappingSystem, RegExp> = {
  unspsc: /^\d{2,8}$/,
  cpv: /^\d{2,8}$/,
  kostra: /^\d{3}$/,
  ns4102: /^\d{3,6}$/,
  dfo: /^\d{3,6}$/,
  item: /^[0-9a-f-]{36}:.{1,200}$/,
};
const INVALID_CODES_MAX = 20;

/** Returns an issue for each code that does not match its system, for the first twenty. */
export function invalidCodes(system: MappingSystem, codes: readonly string[]): Issue[] {
  return codes
    .filter((code) => !codePatterns[system].test(code))
    .slice(0, INVALID_CODES_MAX)
    .map((found) => ({ code: 'code-of-other-system', path: 'codes', params: { found } }));
}

/**
 * Corrects many mappings at once, or revokes a correction. Each correction stores author, time and reason; the newest
 * for a code applies. Publishes `catalogue.items-told`, after which figures are recalculated.
 */
@Injectable()
export class CorrectMappings {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run({
    system,
    codes,
    category,
    product,
    reason,
  }: MappingCorrectionInput): Promise<{ id: string; corrected: number }> {
    await this.#fits(system, codes, category, product);
    const id = await this.#begin({ system, category, product, undoes: null, reason });
    const rows = await this.database.query(
      `insert into catalogue.mapping_override (correction_id, system, code, category_code, product_group_code)
       select $1, $2, c.code, $4, $5 from (select distinct unnest($3::text[]) as code) c
       where $2 <> 'item' or exists (select 1 from agreements.door_item i where i.supplier_id = split_part(c.code, ':', 1)::uuid and i.number = substr(c.code, strpos(c.code, ':') + 1))
       returning code`,
      [id, system, codes, category, product],
    );
    if (rows.length < new Set(codes).size) throw notFound('item');
    await this.#record(id, 'catalogue.mappings-corrected', { system, codes: rows.length, category, product });
    return { id, corrected: rows.length };
  }

  /**
   * Revokes a correction: restores the previous meaning of its codes. Codes corrected again later are unchanged.
   * @throws Problem 'not-found' (404) · 'mapping-correction-already-revoked' | 'mapping-correction-superseded' (409)
   */
  async revoke(correctionId: string, reason: string): Promise<{ id: string; corrected: number }> {
    const correction = await this.database.one<{ system: MappingSystem; already: boolean }>(
      'select c.system, exists (select 1 from catalogue.mapping_correction u where u.undoes = c.id) as already from catalogue.mapping_correction c where c.id = $1',
      [correctionId],
    );
    if (!correction) throw notFound('correction');
    if (correction.already) throw new Problem(409, 'mapping-correction-already-revoked');
    const id = await this.#begin({
      system: correction.system,
      category: null,
      product: null,
      undoes: correctionId,
      reason,
    });
    const rows = await this.database.query(
      `insert into catalogue.mapping_override (correction_id, system, code, stands, category_code, product_group_code)
       select $2, m.system, m.code, coalesce(b.stands, false), b.category_code, b.product_group_code
       from catalogue.mapping_override m
       left join lateral (
         select e.stands, e.category_code, e.product_group_code from catalogue.mapping_override e
         where e.system = m.system and e.code = m.code and e.place < m.place order by e.place desc limit 1
       ) b on true
       where m.correction_id = $1 and not exists (
         select 1 from catalogue.mapping_override l where l.system = m.system and l.code = m.code and l.place > m.place)
       returning code`,
      [correctionId, id],
    );
    if (rows.length === 0) throw new Problem(409, 'mapping-correction-superseded');
    await this.#record(id, 'catalogue.correction-revoked', { undone: correctionId, codes: rows.length });
    return { id, corrected: rows.length };
  }

  async #begin({
    system,
    category,
    product,
    undoes,
    reason,
  }: {
    system: MappingSystem;
    category: string | null;
    product: string | null;
    undoes: string | null;
    reason: string;
  }): Promise<string> {
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into catalogue.mapping_correction (id, system, category_code, product_group_code, undoes, reason, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, platform.person(), $7)',
      [id, system, category, product, undoes, reason, this.clock.now()],
    );
    return id;
  }

  async #record(id: string, act: string, details: Record<string, unknown>): Promise<void> {
    await this.audit.record({ act, subject: { kind: 'correction', id }, details });
    await this.facts.publish({ name: 'catalogue.items-told', subjectId: id, payload: {} });
  }

  async #fits(
    system: MappingSystem,
    codes: readonly string[],
    category: string | null,
    product: string | null,
  ): Promise<void> {
    const existing = await this.database.one<{ category: boolean; product: boolean }>(
      'select $1::text is null or exists (select 1 from catalogue.category where code = $1) as category, $2::text is null or exists (select 1 from catalogue.product_group where code = $2) as product',
      [category, product],
    );
    const isProductLevel = system === 'item' || (system === 'unspsc' && codes.every((code) => code.length === 8));
    const issues = [
      ...(existing?.category ? [] : [{ code: 'category-unknown', path: 'category', params: { found: category } }]),
      ...(existing?.product ? [] : [{ code: 'product-unknown', path: 'product', params: { found: product } }]),
      ...(category === null && product === null && system !== 'item'
        ? [{ code: 'meaning-missing', path: 'category', params: {} }]
        : []),
      ...(product !== null && !isProductLevel
        ? [{ code: 'product-of-a-group', path: 'product', params: { found: system } }]
        : []),
      ...invalidCodes(system, codes),
    ];
    if (issues.length > 0) throw new Problem(422, 'mapping-correction-invalid', {}, issues);
  }
}
