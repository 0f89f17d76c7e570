import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { emissionsSummary, publicationsPublications } from '@tallgrunn/api-client/calls';
import { texts } from '@tallgrunn/design';
import { emissionsTexts } from './texts/emissions-texts.ts';
import { publishedTexts } from './texts/published-texts.ts';
import { digitsOf, tonnes } from './tonnes.ts';
import type { SumFilter } from './why-sum/why-sum.ts';

/** The same figure as it was last published, beside the one that stands now, with the way to what lies between. Nothing where nothing is published. */
@Component({
  selector: 'tg-published-beside',
  imports: [RouterLink],
  template: `
    @if (told(); as one) {
      <p class="tg-subtle">
        <strong>{{ t().beside.title }}: {{ one.figure }}</strong> ({{ t().beside.note({ caseNumber: one.caseNumber, at: one.at, run: one.run }) }}).
        @if (one.same) {
          {{ t().beside.same }}
        } @else {
          {{ t().beside.now({ figure: one.now }) }} <a class="ds-link" routerLink="/emissions" [queryParams]="{ run: one.run }">{{ t().beside.why }}</a>
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
  readonly #publications = read(publicationsPublications);
  readonly #last = computed(() => arrived(this.#publications)?.[0] ?? null);
  readonly #summary = read(emissionsSummary, () => {
    const last = this.#last();
    return last ? { ...this.filter(), run: last.run } : undefined;
  });
  protected readonly told = computed(() => {
    const [last, then] = [this.#last(), arrived(this.#summary)?.totals];
    if (!last || !then) return null;
    const shown = (kg: string) => this.#emissions().page.tonnesWhole({ value: tonnes(kg, digitsOf(then.kg, then.kgFromKroner)) });
    return { ...last, figure: shown(then.kg), now: shown(this.now()), same: Number(then.kg) === Number(this.now()) };
  });

  /** Asks anew what was published last. */
  reload(): void {
    this.#publications.reload();
  }
}
