import { Injectable } from '@nestjs/common';
import { hashOf, localText, type Terms } from '@tallgrunn/checks';
import { Clock, Database, notFound, Problem, UnitOfWork } from '@tallgrunn/platform';
import { languages, osloDate } from '@tallgrunn/values';
import type { PublishedTemplateDto, PublishedTemplateHeadDto } from './open-template.dto.ts';
import { publicTerms } from './open-terms.ts';
import { newestTermsInForce } from './terms-in-force.ts';

interface Row {
  readonly slug: string;
  readonly report: string;
  readonly withdrawn_at: Date | null;
  readonly cooperative: string;
  readonly version: number | null;
  readonly applies_from: string | null;
  readonly document: Terms | null;
}

/** Reads published templates without sign-in, each with the latest terms in force. */
@Injectable()
export class PublishedTemplates {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Lists templates by cooperative and title, without withdrawn ones and those without terms in force today. */
  async list(): Promise<PublishedTemplateHeadDto[]> {
    const rows = (await this.#rows(null)).filter(
      ({ withdrawn_at, document }) => withdrawn_at === null && document !== null,
    );
    const heads = rows
      .map((row) => this.#template(row))
      .map(({ document: _document, withheld: _withheld, ...head }) => head);
    const key = ({ cooperative, title }: PublishedTemplateHeadDto) =>
      `${cooperative} ${localText(title as Terms['title'], 'nb')}`;
    return heads.toSorted((a, b) => key(a).localeCompare(key(b), 'nb'));
  }

  /** @throws Problem 'not-found' (404); 'template-withdrawn' (410); 'template-not-in-force' (404) */
  async show(slug: string): Promise<PublishedTemplateDto> {
    const [row] = await this.#rows(slug);
    if (!row) throw notFound('template');
    if (row.withdrawn_at !== null) throw new Problem(410, 'template-withdrawn', { cooperative: row.cooperative });
    if (row.document === null) throw new Problem(404, 'template-not-in-force', { cooperative: row.cooperative });
    return this.#template(row);
  }

  #rows(slug: string | null): Promise<Row[]> {
    return this.units.runWithoutActor(() =>
      this.database.query<Row>(
        `select o.slug, o.report, o.withdrawn_at, c.name as cooperative, t.version, t.applies_from, t.document
         from agreements.open_template o
         join identity.door_cooperative c on c.cooperative_id = o.cooperative_id
         left join lateral (${newestTermsInForce('v.version, v.applies_from, v.document', 'v.cooperative_id = o.cooperative_id and v.agreement_id = o.agreement_id and v.report = o.report', '$2')}) t on true
         where $1::text is null or o.slug = $1`,
        [slug, osloDate(this.clock.now())],
      ),
    );
  }

  #template({ slug, report, cooperative, version, applies_from, document: terms }: Row): PublishedTemplateDto {
    const { document, withheld } = publicTerms(terms!);
    return {
      slug,
      title: document.reportTitle ?? document.title,
      report,
      version: version!,
      holdsFrom: applies_from!,
      hash: hashOf(document),
      cooperative,
      languages,
      document,
      withheld,
    };
  }
}
