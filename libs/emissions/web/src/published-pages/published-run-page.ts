import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { emissionsHowSure, emissionsSummary, publicationsPublications } from '@tallgrunn/api-client/calls';
import { Empty, Loaded, PageHeader, texts } from '@tallgrunn/design';
import { MethodTable } from '../emissions-page/method-table.ts';
import { Proof } from '../emissions-page/proof.ts';
import { byMethod } from '../emissions-page/sums.ts';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { digitsOf, tonnes } from '../tonnes.ts';
import { PublicationNote } from './publication-note.ts';
import { WhySum } from '../why-sum/why-sum.ts';
import { Sample } from './sample.ts';

/** One published run: its total, its evidence, and a sample drawn from its lines. */
@Component({
  selector: 'tg-published-run-page',
  imports: [Empty, Loaded, MethodTable, PageHeader, Proof, PublicationNote, Sample, WhySum],
  templateUrl: './published-run-page.html',
  styleUrl: '../emissions-page/emissions-page.css',
})
export class PublishedRunPage {
  protected readonly t = texts(publishedTexts);
  protected readonly emissions = texts(emissionsTexts);
  protected readonly session = inject(Session);
  /** Of the address. */
  readonly run = input.required({ transform: numberAttribute });
  protected readonly summary = read(emissionsSummary, () => ({ run: this.run() }));
  protected readonly methods = computed(() => byMethod(arrived(this.summary)?.rows ?? []));
  readonly #sure = read(emissionsHowSure, () => ({ run: this.run() }));
  protected readonly sure = computed(() => {
    const told = arrived(this.#sure);
    return told && told.groups > 0 ? told : null;
  });
  readonly #publications = read(publicationsPublications);
  protected readonly cases = computed(() => (arrived(this.#publications) ?? []).filter(({ run }) => run === this.run()));

  protected tonnesOf({ kg, kgFromKroner }: { readonly kg: string; readonly kgFromKroner: string }): string {
    return this.emissions().page.tonnesWhole({ value: tonnes(kg, digitsOf(kg, kgFromKroner)) });
  }

  protected tonnesWide(kg: string): string {
    return this.emissions().page.tonnes({ value: tonnes(kg, 2) });
  }
}
