import { Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import {
  categoriesList,
  emissionsUncertainty,
  emissionsListRuns,
  emissionsSummary,
  publicationsList,
} from '@tallgrunn/api-client/calls';
import { Empty, Loaded, PageHeader, TextLibrary, Wording, queryState, texts } from '@tallgrunn/design';
import type { PublicationDto } from '@tallgrunn/api-client/shapes';
import { describeScope } from '../published-pages/scope.ts';
import { PublicationNote } from '../published-pages/publication-note.ts';
import { PublishedComparison } from '../published-comparison.ts';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { DownloadEvidence } from '../take-evidence/download-evidence.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { significantDigits, tonnes } from '../tonnes.ts';
import { TotalExplanation, type SumFilter } from '../sum-explanation/sum-explanation.ts';
import { RunBridge } from './bridge.ts';
import { FigureProposals } from './figure-proposals.ts';
import { Hotspots } from './hotspots.ts';
import { MethodTable } from './method-table.ts';
import { PeriodBridge } from './period-bridge.ts';
import { RunVerification } from './run-verification.ts';
import { PublishRunPanel } from './publish-run.ts';
import { RunTable } from './run-table.ts';
import { ExternalFigures } from './external-figures.ts';
import { byCategory, byMethod } from './totals.ts';

/**
 * Page of the carbon footprint: the latest run or the one in the URL, its largest categories, its methods, and earlier
 * runs.
 */
@Component({
  selector: 'tg-emissions-page',
  imports: [
    RunBridge,
    Empty,
    FigureProposals,
    Hotspots,
    Loaded,
    MethodTable,
    PageHeader,
    PeriodBridge,
    RunVerification,
    PublicationNote,
    PublishedComparison,
    PublishRunPanel,
    RouterLink,
    RunTable,
    ExternalFigures,
    DownloadEvidence,
    TotalExplanation,
  ],
  templateUrl: './emissions-page.html',
  styleUrl: './emissions-page.css',
})
export class EmissionsPage {
  protected readonly t = texts(emissionsTexts);
  protected readonly published = texts(publishedTexts);
  protected readonly session = inject(Session);
  protected readonly wording = inject(Wording);
  /** An auditor may see the figures, but not the combined table. */
  protected readonly mayOpen = computed(() => this.session.permissions().has('combined.read'));
  readonly #library = inject(TextLibrary);
  readonly #requestedRun = queryState('run');
  /** The run in the URL; null = the latest. */
  protected readonly chosen = computed(() =>
    /^[1-9]\d{0,8}$/.test(this.#requestedRun()) ? Number(this.#requestedRun()) : null,
  );
  protected readonly summary = read(emissionsSummary, () =>
    this.chosen() === null ? {} : { run: this.chosen() ?? undefined },
  );
  protected readonly categories = computed(() => byCategory(arrived(this.summary)?.rows ?? []));
  protected readonly methods = computed(() => byMethod(arrived(this.summary)?.rows ?? []));
  protected readonly runs = read(emissionsListRuns);
  readonly #sure = read(emissionsUncertainty, () =>
    this.chosen() === null ? {} : { run: this.chosen() ?? undefined },
  );
  /** Uncertainty of the total; null while loading or if there are no emissions. */
  protected readonly sure = computed(() => {
    const told = arrived(this.#sure);
    return told && told.groups > 0 ? { ...told, level: told.level as 'low' | 'middle' | 'high' } : null;
  });
  /** The published figure shown next to the latest total; reloaded after a publication. */
  protected readonly beside = viewChild(PublishedComparison);
  protected readonly mayPublish = computed(() => this.session.permissions().has('emissions.publish'));
  protected readonly proposals = viewChild(FigureProposals);
  protected readonly sealedFigures = viewChild(ExternalFigures);
  protected readonly publications = read(publicationsList);
  protected readonly publishedRuns = computed(() => arrived(this.publications) ?? []);
  /** The latest publication, if it is of an earlier run than the latest. */
  protected readonly lastPublished = computed(() => {
    const [last] = this.publishedRuns();
    return last && last.run < (this.newest() ?? 0) ? last : null;
  });
  protected readonly newest = computed(() => arrived(this.runs)?.[0]?.number ?? null);
  readonly #categories = read(categoriesList);
  protected readonly names = computed(
    () =>
      new Map(
        arrived(this.#categories)?.map(({ code, name }) => [code, name[this.#library.language()]] as const) ?? [],
      ),
  );

  readonly #publication = queryState('publication');
  readonly #narrowed = {
    buyerId: queryState('buyer'),
    category: queryState('category'),
    from: queryState('from'),
    to: queryState('to'),
  };
  /** The publication that the bridge of an earlier run covers: the one in the URL, or else the run's own. */
  readonly #bridgedOf = computed(() =>
    this.chosen() === null
      ? null
      : (this.publishedRuns().find(
          ({ id, run }) => run === this.chosen() && (this.#publication() === '' || id === this.#publication()),
        ) ?? null),
  );
  protected readonly bridged = computed<SumFilter>(() => {
    const asked = Object.fromEntries(
      Object.entries(this.#narrowed)
        .map(([name, state]) => [name, state()])
        .filter(([, value]) => value !== ''),
    ) as SumFilter;
    const publication = this.#bridgedOf()?.id;
    return publication === undefined ? asked : { ...asked, publication };
  });
  /** Description of that publication and of the narrower filter in the URL. */
  protected readonly bridgedWords = computed(() => {
    const { buyerId, category, from, to } = this.bridged();
    const publication = this.#bridgedOf();
    const scope = publication ? [this.wordsOf(publication)] : [];
    if (buyerId === undefined && category === undefined && from === undefined && to === undefined)
      return scope.join('');
    const months = this.published().scopes.months({
      from: from ? this.wording.period(from) : null,
      to: to ? this.wording.period(to) : null,
    });
    const buyer =
      buyerId &&
      (this.publishedRuns()
        .flatMap(({ buyers }) => buyers ?? [])
        .find(({ id }) => id === buyerId)?.name ??
        this.published().scopes.oneBuyer);
    return [
      ...scope,
      [...(from || to ? [months] : []), buyer, category && (this.names().get(category) ?? category)]
        .filter(Boolean)
        .join('; '),
    ].join(this.published().scopes.ofIt);
  });

  protected wordsOf(publication: PublicationDto): string {
    return describeScope(publication, this.published(), this.wording, this.names());
  }

  protected isNewest(number: number): boolean {
    return number >= (arrived(this.runs)?.[0]?.number ?? number);
  }

  protected publicationsOf(number: number) {
    return this.publishedRuns().filter(({ run }) => run === number);
  }

  /** Removes the final full stop of a text, because the sentence around it has its own. */
  protected endless(scope: string): string {
    return scope.replace(/[.\s]+$/u, '');
  }

  protected tonnesOf(kg: string, kgFromKroner: string): string {
    return this.t().page.tonnesWhole({ value: tonnes(kg, significantDigits(kg, kgFromKroner)) });
  }

  /** Formats the ends of an interval with two significant digits. */
  protected tonnesWide(kg: string): string {
    return this.t().page.tonnes({ value: tonnes(kg, 2) });
  }
}
