import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { categoriesList, emissionsSummary, publicationsList } from '@tallgrunn/api-client/calls';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { publicationFor, isPart, describeScope, visibleFilter } from './published-pages/scope.ts';
import { emissionsTexts } from './texts/emissions-texts.ts';
import { publishedTexts } from './texts/published-texts.ts';
import { significantDigits, tonnes } from './tonnes.ts';
import { TotalExplanation, type SumFilter } from './sum-explanation/sum-explanation.ts';

/**
 * Published figure shown next to a current figure: of the same scope, or the part of a publication that the figure is.
 * If the figure covers more than is published, both are shown for the published scope. If it covers something
 * unpublished, a note says so. Empty if nothing is published.
 */
@Component({
  selector: 'tg-published-comparison',
  imports: [RouterLink, TotalExplanation],
  template: `
    @if (told(); as one) {
      <p class="tg-subtle">
        @if (one.standing === 'outside') {
          <strong>{{ t().beside.notPublished }}</strong>
          {{ t().beside.outside({ scope: one.scope, caseNumber: one.caseNumber }) }}
        } @else {
          <strong>{{ one.part ? t().beside.part : t().beside.title }}: {{ one.figure }}</strong>
          <tg-sum-explanation [figure]="one.figure" [filter]="then()!" /> ({{
            t().beside.note({ caseNumber: one.caseNumber, at: one.at, run: one.run })
          }}; {{ one.scope }}).
          @if (one.standing === 'more') {
            {{ one.same ? t().beside.moreSame : t().beside.more({ figure: one.now }) }}
          } @else {
            {{ one.same ? t().beside.same : t().beside.now({ figure: one.now }) }}
          }
          @if (!one.same) {
            <a class="ds-link" routerLink="/emissions" [queryParams]="between()">{{ t().beside.why }}</a>
          }
        }
      </p>
    }
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class PublishedComparison {
  readonly filter = input<SumFilter>({});
  /** The current figure, kg CO2e as decimal text. */
  readonly now = input.required<string>();
  protected readonly t = texts(publishedTexts);
  readonly #emissions = texts(emissionsTexts);
  readonly #wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #publications = read(publicationsList);
  /** A buyer only sees its own figures, whatever the filter. */
  readonly #own = computed(() =>
    this.#session.side() === 'buyer' ? this.#session.acting()?.organisation.id : undefined,
  );
  readonly #publication = computed(() => publicationFor(this.filter(), arrived(this.#publications) ?? [], this.#own()));
  readonly #categories = read(categoriesList, () => (this.#publication()?.publication.categories ? {} : undefined));
  /** Filter of the published figure in the run of its publication. */
  protected readonly then = computed<SumFilter | undefined>(() => {
    const beside = this.#publication();
    return beside && beside.standing !== 'outside'
      ? { ...this.filter(), run: beside.publication.run, publication: beside.publication.id }
      : undefined;
  });
  readonly #then = read(emissionsSummary, () => this.then());
  /** The current figure of the published scope, if the shown figure covers more. */
  readonly #scoped = read(emissionsSummary, () =>
    this.#publication()?.standing === 'more'
      ? { ...this.filter(), publication: this.#publication()?.publication.id }
      : undefined,
  );
  protected readonly told = computed(() => {
    const beside = this.#publication();
    if (!beside) return null;
    const { publication, standing } = beside;
    const names = new Map(
      arrived(this.#categories)?.map(({ code, name }) => [code, name[this.#library.language()]] as const) ?? [],
    );
    const said = {
      ...publication,
      standing,
      part: isPart(visibleFilter(this.filter(), this.#own(), publication), publication),
      scope: describeScope(publication, this.t(), this.#wording, names),
    };
    if (standing === 'outside') return { ...said, figure: '', now: '', same: false };
    const [then, now] = [
      arrived(this.#then)?.totals,
      standing === 'more' ? arrived(this.#scoped)?.totals?.kg : this.now(),
    ];
    if (!then || now === undefined) return null;
    const shown = (kg: string) =>
      this.#emissions().page.tonnesWhole({ value: tonnes(kg, significantDigits(then.kg, then.kgFromKroner)) });
    return { ...said, figure: shown(then.kg), now: shown(now), same: Number(then.kg) === Number(now) };
  });
  /** Query of the bridge between the published and the current figure, for these lines. */
  protected readonly between = computed(() => {
    const beside = this.#publication();
    const { buyerId, category, from, to } = this.filter();
    return { run: beside?.publication.run, publication: beside?.publication.id, buyer: buyerId, category, from, to };
  });

  /** Reloads the publications. */
  reload(): void {
    this.#publications.reload();
  }
}
