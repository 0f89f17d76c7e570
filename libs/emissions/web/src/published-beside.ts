import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { catalogueCategories, emissionsSummary, publicationsPublications } from '@tallgrunn/api-client/calls';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { besideOf, isPart, scopeWords, seenBy } from './published-pages/scope.ts';
import { emissionsTexts } from './texts/emissions-texts.ts';
import { publishedTexts } from './texts/published-texts.ts';
import { digitsOf, tonnes } from './tonnes.ts';
import { WhySum, type SumFilter } from './why-sum/why-sum.ts';

/**
 * What is published of a figure, beside it as it stands now: of the same scope, or the part of a publication that the figure is. Of a figure that is more than what is published, both are told for what is;
 * of one with something in it that is not published, that. Nothing where nothing is published.
 */
@Component({
  selector: 'tg-published-beside',
  imports: [RouterLink, WhySum],
  template: `
    @if (told(); as one) {
      <p class="tg-subtle">
        @if (one.standing === 'outside') {
          <strong>{{ t().beside.notPublished }}</strong>
          {{ t().beside.outside({ scope: one.scope, caseNumber: one.caseNumber }) }}
        } @else {
          <strong>{{ one.part ? t().beside.part : t().beside.title }}: {{ one.figure }}</strong>
          <tg-why-sum [figure]="one.figure" [filter]="then()!" /> ({{
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
export class PublishedBeside {
  readonly filter = input<SumFilter>({});
  /** The figure now, kg as decimal text. */
  readonly now = input.required<string>();
  protected readonly t = texts(publishedTexts);
  readonly #emissions = texts(emissionsTexts);
  readonly #wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #publications = read(publicationsPublications);
  /** What a buyer sees is its own, whatever it asks for. */
  readonly #own = computed(() =>
    this.#session.side() === 'buyer' ? this.#session.acting()?.organisation.id : undefined,
  );
  readonly #beside = computed(() => besideOf(this.filter(), arrived(this.#publications) ?? [], this.#own()));
  readonly #categories = read(catalogueCategories, () => (this.#beside()?.publication.categories ? {} : undefined));
  /** What is published, as the run of then said it. */
  protected readonly then = computed<SumFilter | undefined>(() => {
    const beside = this.#beside();
    return beside && beside.standing !== 'outside'
      ? { ...this.filter(), run: beside.publication.run, publication: beside.publication.id }
      : undefined;
  });
  readonly #then = read(emissionsSummary, () => this.then());
  /** The same scope now, where the figure is more than it. */
  readonly #scoped = read(emissionsSummary, () =>
    this.#beside()?.standing === 'more' ? { ...this.filter(), publication: this.#beside()?.publication.id } : undefined,
  );
  protected readonly told = computed(() => {
    const beside = this.#beside();
    if (!beside) return null;
    const { publication, standing } = beside;
    const names = new Map(
      arrived(this.#categories)?.map(({ code, name }) => [code, name[this.#library.language()]] as const) ?? [],
    );
    const said = {
      ...publication,
      standing,
      part: isPart(seenBy(this.filter(), this.#own(), publication), publication),
      scope: scopeWords(publication, this.t(), this.#wording, names),
    };
    if (standing === 'outside') return { ...said, figure: '', now: '', same: false };
    const [then, now] = [
      arrived(this.#then)?.totals,
      standing === 'more' ? arrived(this.#scoped)?.totals?.kg : this.now(),
    ];
    if (!then || now === undefined) return null;
    const shown = (kg: string) =>
      this.#emissions().page.tonnesWhole({ value: tonnes(kg, digitsOf(then.kg, then.kgFromKroner)) });
    return { ...said, figure: shown(then.kg), now: shown(now), same: Number(then.kg) === Number(now) };
  });
  /** Where the bridge from then to now is drawn, of these lines alone. */
  protected readonly between = computed(() => {
    const beside = this.#beside();
    const { buyerId, category, from, to } = this.filter();
    return { run: beside?.publication.run, publication: beside?.publication.id, buyer: buyerId, category, from, to };
  });

  /** Asks anew what was published last. */
  reload(): void {
    this.#publications.reload();
  }
}
