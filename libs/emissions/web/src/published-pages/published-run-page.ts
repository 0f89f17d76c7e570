import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { categoriesList, emissionsUncertainty, emissionsSummary, publicationsList } from '@tallgrunn/api-client/calls';
import type { PublicationDto } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, PageHeader, TextLibrary, Wording, setPrintContext, queryState, texts } from '@tallgrunn/design';
import { MethodTable } from '../emissions-page/method-table.ts';
import { RunVerification } from '../emissions-page/run-verification.ts';
import { byMethod } from '../emissions-page/totals.ts';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { DownloadEvidence } from '../take-evidence/download-evidence.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { significantDigits, tonnes } from '../tonnes.ts';
import { CouncilSheetDownload } from './download-council-sheet.ts';
import { PublicationNote } from './publication-note.ts';
import { TotalExplanation, type SumFilter } from '../sum-explanation/sum-explanation.ts';
import { Sample } from './sample.ts';
import { describeScope } from './scope.ts';

/** Page of one published run: its total, its evidence, and a sample of its lines. */
@Component({
  selector: 'tg-published-run-page',
  imports: [
    CouncilSheetDownload,
    Empty,
    Loaded,
    MethodTable,
    PageHeader,
    RunVerification,
    PublicationNote,
    RouterLink,
    Sample,
    DownloadEvidence,
    TotalExplanation,
  ],
  templateUrl: './published-run-page.html',
  styleUrl: '../emissions-page/emissions-page.css',
})
export class PublishedRunPage {
  protected readonly t = texts(publishedTexts);
  protected readonly emissions = texts(emissionsTexts);
  protected readonly session = inject(Session);
  /** From the URL. */
  readonly run = input.required({ transform: numberAttribute });
  readonly #publications = read(publicationsList);
  readonly #publication = queryState('publication');
  /**
   * The publication shown: the one in the URL, or the run's only one. For an auditor, who sees one at a time, the
   * latest. Null = the whole run.
   */
  protected readonly chosen = computed(
    () =>
      this.cases().find(({ id }) => id === this.#publication()) ??
      (this.cases().length === 1 || this.session.role() === 'auditor' ? this.cases()[0] : undefined) ??
      null,
  );
  protected readonly filter = computed<SumFilter>(() => ({
    run: this.run(),
    ...(this.chosen() ? { publication: this.chosen()?.id } : {}),
  }));
  /** Undefined until the publications of the run are loaded. */
  readonly #request = computed(() => (this.#publications.isLoading() ? undefined : this.filter()));
  protected readonly summary = read(emissionsSummary, () => this.#request());
  protected readonly methods = computed(() => byMethod(arrived(this.summary)?.rows ?? []));
  readonly #sure = read(emissionsUncertainty, () => this.#request());
  protected readonly sure = computed(() => {
    const told = arrived(this.#sure);
    return told && told.groups > 0 ? told : null;
  });
  readonly #wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #categories = read(categoriesList);
  readonly #names = computed(
    () =>
      new Map(
        arrived(this.#categories)?.map(({ code, name }) => [code, name[this.#library.language()]] as const) ?? [],
      ),
  );
  protected readonly cases = computed(() =>
    (arrived(this.#publications) ?? []).filter(({ run }) => run === this.run()),
  );

  constructor() {
    setPrintContext(() => ({
      period: this.chosen()?.scoped
        ? this.t().scopes.months({
            from: this.chosen()?.from ? this.#wording.period(this.chosen()?.from ?? '') : null,
            to: this.chosen()?.to ? this.#wording.period(this.chosen()?.to ?? '') : null,
          })
        : '',
    }));
  }

  protected wordsOf(one: PublicationDto): string {
    return describeScope(one, this.t(), this.#wording, this.#names());
  }

  protected tonnesOf({ kg, kgFromKroner }: { readonly kg: string; readonly kgFromKroner: string }): string {
    return this.emissions().page.tonnesWhole({ value: tonnes(kg, significantDigits(kg, kgFromKroner)) });
  }

  protected tonnesWide(kg: string): string {
    return this.emissions().page.tonnes({ value: tonnes(kg, 2) });
  }
}
