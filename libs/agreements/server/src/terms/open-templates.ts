import { Injectable } from '@nestjs/common';
import { localText, defaultReport, type Terms } from '@tallgrunn/checks';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { normaliseName, osloDate, uuidv7 } from '@tallgrunn/values';
import type { OpenTemplateDto, OpenTemplatePreviewDto } from './open-template.dto.ts';
import { publicTerms } from './open-terms.ts';
import { newestTermsInForce } from './terms-in-force.ts';

const SLUG_MAX = 50;

/** Publishes the terms of a report as a template for checking files, and withdraws it. */
@Injectable()
export class OpenTemplates {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(agreementId: string): Promise<OpenTemplateDto[]> {
    await this.#requireAgreement(agreementId);
    return this.database.query<OpenTemplateDto>(
      `select id, report, slug, published_at as "publishedAt", withdrawn_at as "withdrawnAt" from agreements.open_template where agreement_id = $1 order by (report <> 'deliveries'), report`,
      [agreementId],
    );
  }

  /**
   * Returns what would become public.
   * @throws Problem 'not-found' (404), 'terms-not-in-force' (422)
   */
  async preview(agreementId: string, report: string = defaultReport): Promise<OpenTemplatePreviewDto> {
    await this.#requireAgreement(agreementId);
    const terms = await this.#inForce(agreementId, report);
    const before = await this.database.one<{ slug: string }>(
      'select slug from agreements.open_template where agreement_id = $1 and report = $2',
      [agreementId, report],
    );
    return {
      report,
      version: terms.version,
      slug: before?.slug ?? (await this.#freeSlug(terms)),
      ...publicTerms(terms),
    };
  }

  /**
   * Publishes a template. A report that was published before keeps its slug.
   * @throws Problem 'template-already-published', 'slug-already-taken' (409), 'terms-not-in-force' (422)
   */
  async publish(agreementId: string, report: string, slug: string): Promise<OpenTemplateDto> {
    await this.#requireAgreement(agreementId, 'for update');
    const { version } = await this.#inForce(agreementId, report);
    const before = await this.database.one<{ id: string; slug: string; withdrawn_at: Date | null }>(
      'select id, slug, withdrawn_at from agreements.open_template where agreement_id = $1 and report = $2',
      [agreementId, report],
    );
    if (before && before.withdrawn_at === null)
      throw new Problem(409, 'template-already-published', { slug: before.slug });
    const now = this.clock.now();
    const id = before?.id ?? uuidv7(now);
    if (before)
      await this.database.query(
        'update agreements.open_template set published_at = $2, withdrawn_at = null where id = $1',
        [id, now],
      );
    else await this.#add({ id, agreementId, report, slug, now });
    const address = before?.slug ?? slug;
    await this.audit.record({
      act: 'template.published',
      subject: { kind: 'open-template', id },
      details: { agreementId, report, version, slug: address },
    });
    return { id, report, slug: address, publishedAt: now, withdrawnAt: null };
  }

  /** Withdraws a template; its address then reports it as withdrawn. Repeating it changes nothing. */
  async withdraw(agreementId: string, id: string): Promise<void> {
    const row = await this.database.one<{ report: string; slug: string; withdrawn_at: Date | null }>(
      'select report, slug, withdrawn_at from agreements.open_template where agreement_id = $1 and id = $2 for update',
      [agreementId, id],
    );
    if (!row) throw notFound('template');
    if (row.withdrawn_at !== null) return;
    await this.database.query('update agreements.open_template set withdrawn_at = $2 where id = $1', [
      id,
      this.clock.now(),
    ]);
    await this.audit.record({
      act: 'template.withdrawn',
      subject: { kind: 'open-template', id },
      details: { agreementId, report: row.report, slug: row.slug },
    });
  }

  /**
   * Inserts the template. The unique index covers the whole installation, so it also detects slugs of other
   * cooperatives, which are not visible here.
   */
  async #add({
    id,
    agreementId,
    report,
    slug,
    now,
  }: {
    id: string;
    agreementId: string;
    report: string;
    slug: string;
    now: Date;
  }): Promise<void> {
    const added = await this.database.query(
      'insert into agreements.open_template (id, agreement_id, report, slug, published_at) values ($1, $2, $3, $4, $5) on conflict (slug) do nothing returning id',
      [id, agreementId, report, slug, now],
    );
    if (added.length === 0) throw new Problem(409, 'slug-already-taken', { slug });
  }

  async #requireAgreement(id: string, lock: 'for update' | '' = ''): Promise<void> {
    if (!(await this.database.one(`select id from agreements.agreement where id = $1 ${lock}`, [id])))
      throw notFound('agreement');
  }

  async #inForce(agreementId: string, report: string): Promise<Terms> {
    const row = await this.database.one<{ document: Terms }>(
      newestTermsInForce('v.document', 'v.agreement_id = $1 and v.report = $2', '$3'),
      [agreementId, report, osloDate(this.clock.now())],
    );
    if (!row) throw new Problem(422, 'terms-not-in-force', { report });
    return row.document;
  }

  /**
   * Returns a slug of the agreement's title, and of the report unless it is the usual one. It is unused as far as this
   * cooperative can see.
   */
  async #freeSlug(terms: Terms): Promise<string> {
    const title = localText(terms.agreement?.title ?? terms.title, 'nb');
    const report = terms.report && terms.report !== defaultReport ? terms.report : '';
    const base = slugOf(`${title} ${report}`);
    const usedSlugs = new Set(
      (
        await this.database.query<{ slug: string }>(
          'select slug from agreements.open_template where starts_with(slug, $1)',
          [base],
        )
      ).map(({ slug }) => slug),
    );
    for (let no = 1; ; no += 1) {
      const slug = no === 1 ? base : `${base}-${no}`;
      if (!usedSlugs.has(slug)) return slug;
    }
  }
}

/** Converts "Mat og drikke – Innlandet" to "mat-og-drikke-innlandet". */
export function slugOf(text: string): string {
  const slug = normaliseName(text).replaceAll(' ', '-').slice(0, SLUG_MAX).replace(/-$/, '');
  return slug.length < 3 ? ['mal', slug].filter(Boolean).join('-') : slug;
}
